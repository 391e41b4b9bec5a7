package vn.ttdn.core.comparison;

/** One letter, as it was approved and as it comes back. */
final class Letter {
  /** As the draft has it: cell after cell, a line for each paragraph. */
  static final String APPROVED =
      """
      BỘ THÔNG TIN VÀ TRUYỀN THÔNG
      CỤC THÔNG TIN ĐỐI NGOẠI
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      Số:      /TTĐN-PTTĐN
      V/v đề xuất nội dung Kế hoạch thông tin đối ngoại năm 2027
      Hà Nội, ngày     tháng     năm 2026
      Kính gửi: Các đơn vị thuộc Bộ
      Thực hiện Nghị định số 72/2015/NĐ-CP ngày 07/9/2015 của Chính phủ, Cục Thông tin đối ngoại đề nghị Quý đơn vị đề xuất nội dung đưa vào Kế hoạch, gồm: tên nhiệm vụ; đơn vị chủ trì; thời gian thực hiện.
      Kinh phí dự kiến 450.000.000 đồng do Vụ Kế hoạch - Tài chính thẩm định, Vụ Pháp chế phối hợp.
      Đề xuất gửi về Cục Thông tin đối ngoại trước ngày 15/12/2026.
      Đầu mối: đồng chí Trần Thị Mai, điện thoại 0241234567.
      Trân trọng cảm ơn./.
      Nơi nhận:
      - Như trên;
      - Lưu: VT, PTTĐN.
      KT. CỤC TRƯỞNG
      PHÓ CỤC TRƯỞNG
      """;

  /** As a PDF gives it: lines of a page, number and date filled in, name and mark of the signer. */
  static final String SIGNED =
      """
      BỘ THÔNG TIN VÀ TRUYỀN
      THÔNG
      CỤC THÔNG TIN ĐỐI NGOẠI
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      Số: 01/TTĐN-PTTĐN
      V/v đề xuất nội dung Kế hoạch thông
      tin đối ngoại năm 2027
      Hà Nội, ngày 25 tháng 11 năm 2026
      Kính gửi: Các đơn vị thuộc Bộ
      Thực hiện Nghị định số 72/2015/NĐ-
      CP ngày 07/9/2015 của Chính phủ, Cục Thông tin đối ngoại đề nghị Quý đơn vị
      đề xuất nội dung đưa vào Kế hoạch, gồm: tên nhiệm vụ; đơn vị chủ trì; thời
      gian thực hiện.
      Kinh phí dự kiến 450.000.000 đồng do Vụ Kế hoạch - Tài chính thẩm định,
      Vụ Pháp chế phối hợp.
      \f2
      Đề xuất gửi về Cục Thông tin đối ngoại trước ngày 15/12/2026.
      Đầu mối: đồng chí Trần Thị Mai, điện thoại 0241234567.
      Trân trọng cảm ơn./.
      Nơi nhận:
      - Như trên;
      - Lưu: VT, PTTĐN.
      KT. CỤC TRƯỞNG
      PHÓ CỤC TRƯỞNG
      (Đã ký)
      Phạm Quốc Anh
      \f""";

  private Letter() {}
}

package vn.ttdn.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FoldTest {
  @Test
  void findsVietnameseWithoutDiacritics() {
    assertThat(Fold.fold("Đề nghị  ĐỀ XUẤT\tKế hoạch")).isEqualTo("de nghi de xuat ke hoach");
    assertThat(Fold.fold("Ke\u0302\u0301 hoa\u0323ch")).isEqualTo(Fold.fold("Kế hoạch"));
    assertThat(Fold.fold(null)).isEmpty();
  }

  @Property
  void foldingTwiceChangesNothing(@ForAll String text) {
    assertThat(Fold.fold(Fold.fold(text))).isEqualTo(Fold.fold(text));
  }
}

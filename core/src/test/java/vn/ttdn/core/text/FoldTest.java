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

  @Test
  void textOfNothingThatShowsIsEmpty() {
    assertThat(Fold.nfc(" \u00a0\t\u200b\u2003\ufeff")).isEmpty();
    assertThat(Fold.nfc("\u00a0Ke\u0302\u0301\u00a0hoạch\u200b ")).isEqualTo("Kế\u00a0hoạch");
    assertThat(Fold.nfc(null)).isNull();
  }

  @Property
  void foldingTwiceChangesNothing(@ForAll String text) {
    assertThat(Fold.fold(Fold.fold(text))).isEqualTo(Fold.fold(text));
  }
}

package vn.ttdn.core.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentNumberTest {
  @Test
  void aLetterCarriesNoTypeCode() {
    assertThat(DocumentNumber.write(78, Optional.empty(), "TTĐN", "PTTĐN"))
        .isEqualTo("78/TTĐN-PTTĐN");
  }

  @Test
  void otherKindsCarryTheirs() {
    assertThat(DocumentNumber.write(1495, Optional.of("QĐ"), "BTTTT", "TTĐN"))
        .isEqualTo("1495/QĐ-BTTTT");
  }

  @Test
  void numbersBelowTenHaveALeadingZero() {
    assertThat(DocumentNumber.write(9, Optional.of("BC"), "TTĐN", "VP")).isEqualTo("09/BC-TTĐN");
    assertThat(DocumentNumber.write(10, Optional.of("BC"), "TTĐN", "VP")).isEqualTo("10/BC-TTĐN");
  }

  @Test
  void thereIsNoNumberZero() {
    assertThatThrownBy(() -> DocumentNumber.write(0, Optional.empty(), "TTĐN", "VP"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}

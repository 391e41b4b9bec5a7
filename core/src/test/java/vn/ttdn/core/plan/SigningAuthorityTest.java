package vn.ttdn.core.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In whose stead somebody signs (NĐ 30/2020/NĐ-CP, Điều 13). */
class SigningAuthorityTest {
  @ParameterizedTest
  @CsvSource({
    "CỤC TRƯỞNG,     false, NONE",
    "CỤC TRƯỞNG,     true,  NONE",
    "PHÓ CỤC TRƯỞNG, false, KT",
    "Phó Cục trưởng, false, KT",
    "PHÓ CỤC TRƯỞNG, true,  KT",
    "THỨ TRƯỞNG,     false, KT",
    "CHÁNH VĂN PHÒNG,true,  TUQ",
    "CHÁNH VĂN PHÒNG,false, NONE",
    "'',             false, NONE",
    "'',             true,  TUQ",
  })
  void anOfficeSuggestsHow(String position, boolean delegated, SigningAuthority suggested) {
    assertThat(SigningAuthority.suggested("CỤC TRƯỞNG", position, delegated)).isEqualTo(suggested);
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, CỤC TRƯỞNG,      CỤC TRƯỞNG",
    "KT,   PHÓ CỤC TRƯỞNG,  KT. CỤC TRƯỞNG / PHÓ CỤC TRƯỞNG",
    "TL,   CHÁNH VĂN PHÒNG, TL. CỤC TRƯỞNG / CHÁNH VĂN PHÒNG",
    "TUQ,  CHÁNH VĂN PHÒNG, TUQ. CỤC TRƯỞNG / CHÁNH VĂN PHÒNG",
    "TM,   '',              TM. CỤC TRƯỞNG",
  })
  void whatStandsAboveTheName(SigningAuthority authority, String position, String above) {
    assertThat(authority.above("CỤC TRƯỞNG", position)).isEqualTo(above);
  }

  @Test
  void aNameIsReadAsTypedOrAsWritten() {
    assertThat(SigningAuthority.ofName("KT")).contains(SigningAuthority.KT);
    assertThat(SigningAuthority.ofName("KT.")).contains(SigningAuthority.KT);
    assertThat(SigningAuthority.ofName("NONE")).contains(SigningAuthority.NONE);
    assertThat(SigningAuthority.ofName("KTT")).isEmpty();
  }
}

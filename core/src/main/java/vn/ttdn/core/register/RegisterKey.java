package vn.ttdn.core.register;

/**
 * One series of numbers: one issuing body, one register, one year.
 *
 * @param body code of the issuing body, e.g. {@code CUC}
 * @param register the register's code, e.g. {@code CV}
 * @param year calendar year, Asia/Ho_Chi_Minh
 */
public record RegisterKey(String body, String register, int year) {}

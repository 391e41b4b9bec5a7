package vn.ttdn.core.golive;

import vn.ttdn.core.register.RegisterKey;

/**
 * The last number that a register gave before this system took over.
 *
 * @param row its row in the spreadsheet, from 1
 * @param key the series
 * @param number the last number given; 0 if none was
 */
public record LastNumber(int row, RegisterKey key, long number) {}

/**
 * Letters that the system drafts itself: their words, and a DOCX laid out as NĐ 30/2020/NĐ-CP, Phụ
 * lục I, asks. What comes out is a draft: a person completes it, and it goes its way like any.
 */
package vn.ttdn.core.letters;

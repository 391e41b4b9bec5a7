/**
 * What the page proposes to stand in a document: Vietnamese, whatever its reader's language is,
 * because the documents are.
 */
export const wording = {
  reminder: {
    1: (subject) => `Đôn đốc gửi đề xuất: ${subject}`,
    2: (subject) => `Đôn đốc gửi ý kiến: ${subject}`,
  },
  mend: {
    CORRECTION: ({ symbol, subject }) => `Đính chính văn bản số ${symbol}: ${subject}`,
    REPLACEMENT: ({ symbol, subject }) => `Thay thế văn bản số ${symbol}: ${subject}`,
    RECALL: ({ symbol, subject }) => `Thu hồi văn bản số ${symbol}: ${subject}`,
  },
};

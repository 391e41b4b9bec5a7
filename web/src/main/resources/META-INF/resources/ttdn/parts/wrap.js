const SMALLEST = 9;
const pen = document.createElement('canvas').getContext('2d');

/** The width of a text in the drawing's font, in the same units as its size. */
function measure(text, fontSize) {
  pen.font = `600 ${fontSize}px "Segoe UI", "Noto Sans", Roboto, "Helvetica Neue", Arial, sans-serif`;
  return pen.measureText(text).width;
}

function lines(text, width, fontSize) {
  const all = [];
  let line = '';
  for (const word of text.split(/\s+/)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && measure(longer, fontSize) > width) {
      all.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  all.push(line);
  return all;
}

/**
 * Breaks a name into lines that fit a box; where they do not, the letters shrink, down to 9 px.
 *
 * @param most how many lines fit at `fontSize`
 * @return the lines, with the `fontSize` that they need
 */
export function wrap(text, width, fontSize, most) {
  for (let size = fontSize; ; size -= 1) {
    const wrapped = lines(text, width, size);
    const room = Math.floor((most * fontSize) / size);
    const fits = wrapped.length <= room && wrapped.every((line) => measure(line, size) <= width);
    if (fits || size <= SMALLEST) {
      return Object.assign(wrapped, { fontSize: size });
    }
  }
}

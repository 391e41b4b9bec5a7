// The page of the standalone host: what belongs to the whole document (title, language) is set
// here and not in the app, because inside Share the document is not ours.
import './app.js';

document.addEventListener('ttdn-title', (event) => {
  document.title = event.detail.title;
});
document.addEventListener('ttdn-language', (event) => {
  document.documentElement.lang = event.detail.language;
});

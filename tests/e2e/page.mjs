// Functions that run inside the page: they may use nothing from outside themselves.

/** Selects the first `words` words of the first paragraph under a selector, and returns them. */
export function selectWords(selector, words) {
  const text = document.querySelector(selector).querySelector('.text');
  const spans = [...text.querySelectorAll('[data-start]')];
  const whole = spans.map((span) => span.textContent).join('');
  const end = whole
    .split(/(?<=\s)/u)
    .slice(0, words)
    .join('')
    .trimEnd().length;
  const range = document.createRange();
  range.setStart(spans[0].firstChild, 0);
  let left = end;
  for (const span of spans) {
    const { length } = span.textContent;
    if (left <= length) {
      range.setEnd(span.firstChild, left);
      break;
    }
    left -= length;
  }
  const selection = document.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  return whole.slice(0, end);
}

/** Addresses of everything the page loaded that is not its own. */
export function strangers() {
  const own = (address) =>
    address.origin === location.origin || address.protocol === 'ipc:' || address.hostname === 'ipc.localhost';
  return performance
    .getEntriesByType('resource')
    .map((entry) => entry.name)
    .filter((name) => !own(new URL(name)));
}

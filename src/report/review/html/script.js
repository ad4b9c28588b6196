
// The keys: j and k, or the arrows, go through the marks; z enlarges a pair of pages.
(() => {
  const marks = [...document.querySelectorAll('.mark[id]')];
  const shown = document.querySelector('nav output');
  const now = () => marks.findIndex(mark => mark.classList.contains('on') && mark.id);
  const light = mark => {
    for (const other of document.querySelectorAll('.mark.on')) other.classList.remove('on');
    for (const same of document.querySelectorAll(`.mark[data-n="${mark.dataset.n}"]`)) same.classList.add('on');
    shown.textContent = `${mark.dataset.n} / ${marks.length}`;
  };
  const go = by => {
    if (!marks.length) return;
    const at = now();
    const mark = marks[at < 0 ? (by > 0 ? 0 : marks.length - 1) : (at + by + marks.length) % marks.length];
    mark.focus({ preventScroll: true });
    mark.scrollIntoView({ block: 'center', inline: 'center' });
  };
  const enlarge = () => {
    const mark = marks[now()];
    const pair = mark ? mark.closest('.pair') : document.querySelector('.pair');
    if (!pair) return;
    pair.classList.toggle('large');
    (mark || pair).scrollIntoView({ block: 'center' });
  };
  const keys = { j: 1, k: -1, ArrowRight: 1, ArrowLeft: -1 };
  document.addEventListener('focusin', event => {
    if (event.target.matches('.mark')) light(event.target);
  });
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'z') enlarge();
    else if (keys[event.key]) go(keys[event.key]);
    else return;
    event.preventDefault();
  });
  addEventListener('hashchange', () => {
    const to = document.querySelector(location.hash || '#top');
    if (to && to.matches('.mark')) light(to);
  });
})();

// What a browser makes of the file: where marks lie, what keys do.
addEventListener('load', () => {
  const found = { sheets: [], keys: [], dark: matchMedia('(prefers-color-scheme: dark)').matches };
  for (const sheet of document.querySelectorAll('.sheet:not(.none)')) {
    const figure = sheet.closest('figure');
    const section = sheet.closest('.output');
    const [width, height] = ['--w', '--h'].map(name => parseFloat(figure.style.getPropertyValue(name)));
    const page = sheet.getBoundingClientRect();
    const mm = box => [
      (box.left - page.left) / page.width * width, (box.top - page.top) / page.height * height,
      box.width / page.width * width, box.height / page.height * height,
    ];
    found.sheets.push({
      path: section.querySelector('h2').textContent,
      side: figure.className,
      caption: figure.querySelector('figcaption span').textContent,
      svg: mm(sheet.querySelector('svg').getBoundingClientRect()),
      marks: [...sheet.querySelectorAll('.mark')].map(mark => ({
        says: mark.getAttribute('aria-label'), box: mm(mark.getBoundingClientRect()),
      })),
    });
  }
  const press = key => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    const at = document.activeElement;
    const box = at.getBoundingClientRect();
    found.keys.push({
      key, id: at.id, lit: document.querySelectorAll('.mark.on').length,
      seen: box.top >= 0 && box.bottom <= innerHeight,
      large: document.querySelectorAll('.large').length,
    });
  };
  ['j', 'j', 'ArrowRight', 'k', 'ArrowLeft', 'k', 'k', 'z', 'z'].forEach(press);
  const style = element => getComputedStyle(document.querySelector(element)).backgroundColor;
  found.colours = { ground: style('body'), sheet: style('.sheet') };
  const text = document.createElement('pre');
  text.id = 'found';
  text.textContent = JSON.stringify(found);
  document.body.append(text);
});

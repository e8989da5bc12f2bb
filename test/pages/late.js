// As a site does that builds its pages in the browser: the tag, then the script, then more tags.
const place = document.getElementById('place');

const early = document.createElement('parvis-faq');
early.id = 'early';
// Properties set before the class is known.
early.backend = '/';
early.consultation = 'bp-2026';
place.append(early);

const script = document.createElement('script');
script.type = 'module';
script.src = '/embed/parvis-all.js';
script.addEventListener('load', () => {
  place.insertAdjacentHTML('beforeend', '<parvis-feedback id="parsed" backend="/" consultation="bp-2026"><a href="/town-site/">Suivre autrement</a></parvis-feedback>');
  const made = document.createElement('parvis-proposal-form');
  made.id = 'made';
  made.setAttribute('backend', '/');
  made.setAttribute('consultation', 'bp-2026');
  place.append(made);
});
document.head.append(script);

// The frame: a button and a section for each stand-in, and the troubles of all. A stand-in's section.js exports `section`:
//   title     what its button says
//   channels  { channel: its name }, for those it takes faults on
//   kinds     { kind: what it does }, for faults that words.js does not know
//   root      its <section>
//   draw      called with what /view tells, whenever that has changed
import { node, time } from './dom.js';
import { ask, watch } from './view.js';
import { language, words } from './words.js';

const $ = (id) => document.getElementById(id);

const standIns = await Promise.all(
  (await (await fetch('/stand-ins')).json()).map(async (standIn) => ({
    ...standIn,
    section: (await import(`/${standIn.name}/page/section.js`)).section,
  })),
);
const kinds = Object.assign({ ...words.kinds }, ...standIns.map(({ section }) => section.kinds));
const names = [...standIns.map(({ name }) => name), 'faults'];

function show(name) {
  for (const other of names) {
    $(other).hidden = other !== name;
    $(`show-${other}`).setAttribute('aria-pressed', String(other === name));
  }
}

function build() {
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = words[element.dataset.word];
  for (const { name, section, styles } of standIns) {
    document.head.append(...styles.map((href) => node('link', { rel: 'stylesheet', href })));
    $('show-faults').before(node('button', { id: `show-${name}` }, section.title), ' ');
    $('faults').before(Object.assign(section.root, { id: name }));
  }
  for (const name of names) $(`show-${name}`).onclick = () => show(name);
  show(names[0]);
}

function buildFaultForm() {
  const { channel, fault } = $('fault-form').elements;
  for (const { faults, section } of standIns) {
    channel.append(...Object.keys(faults).map((value) => node('option', { value }, section.channels?.[value] ?? value)));
  }
  channel.onchange = () => {
    const chosen = fault.value;
    const known = standIns.find(({ faults }) => faults[channel.value])?.faults[channel.value] ?? [];
    fault.replaceChildren(...known.map((value) => node('option', { value, selected: value === chosen }, kinds[value] ?? value)));
  };
  channel.onchange();
  $('fault-form').onsubmit = async (event) => {
    event.preventDefault();
    $('fault-answer').textContent = await ask('POST', '/control/faults', Object.fromEntries(new FormData(event.target)));
  };
  $('clear-faults').onclick = () => ask('DELETE', '/control/faults');
}

function drawFaults({ faults, log }) {
  const line = ({ channel, fault, ms, code, times, to }) =>
    `${channel}: ${kinds[fault] ?? fault} · ${ms} ms · ${code ?? '–'} · ×${times ?? '∞'} ${to ?? ''}`;
  $('fault-list').replaceChildren(...(faults.length ? faults.map(line) : [words.noFaults]).map((text) => node('li', {}, text)));
  $('log').replaceChildren(...[...log].reverse().map(({ at, what, result }) => node('li', {}, `${time(at)} · ${what} · ${result}`)));
}

build();
buildFaultForm();
await watch((view) => {
  for (const { section } of standIns) section.draw(view);
  drawFaults(view);
});

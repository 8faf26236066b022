// What the sandbox tells at /view, asked for every two seconds and after everything that is done here.
let drawn = '';
let draw = () => {};

async function refresh() {
  try {
    const text = await (await fetch('/view')).text();
    if (text !== drawn) {
      drawn = text;
      draw(JSON.parse(text));
    }
    document.body.classList.remove('offline');
  } catch {
    document.body.classList.add('offline');
  }
}

/** Calls back with the view, now and whenever it has changed. */
export async function watch(listener) {
  draw = listener;
  await refresh();
  setInterval(refresh, 2000);
}

/** Asks the control API for something, and draws what came of it; answers with the reason where it was refused. */
export async function ask(method, path, body) {
  const answer = await fetch(path, { method, headers: { 'content-type': 'application/json' }, body: body && JSON.stringify(body) });
  const refusal = answer.ok ? '' : (await answer.json()).error;
  await refresh();
  return refusal;
}

import type { Callbacks } from './callbacks.ts';
import type { Faults } from './faults.ts';
import { sendJson, type Routes } from './http.ts';

interface Parts {
  faults: Faults;
  callbacks: Callbacks;
  /** What the page shows, by its members. */
  view: ReadonlyMap<string, () => unknown>;
  /** Forgets what arrived. */
  clear(): void;
}

/** What people and tests ask of the sandbox whatever it stands in for. */
export function controlRoutes({ faults, callbacks, view, clear }: Parts): Routes {
  return {
    'GET /view': (call) => sendJson(call, 200, Object.fromEntries([...view].map(([member, read]) => [member, read()]))),
    'GET /control/faults': (call) => sendJson(call, 200, faults.list()),
    'POST /control/faults': (call) => {
      const fault = faults.order(call.fields);
      if (typeof fault === 'string') sendJson(call, 400, { error: fault });
      else sendJson(call, 201, fault);
    },
    'DELETE /control/faults': (call) => {
      faults.clear();
      sendJson(call, 200, []);
    },
    'GET /control/log': (call) => sendJson(call, 200, callbacks.log),
    'DELETE /messages': (call) => {
      clear();
      sendJson(call, 200, {});
    },
  };
}

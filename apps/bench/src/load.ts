// One load, in a process of its own: `connections` at once, each sending the next when the last was answered.
import { Pool } from 'undici';
import { BareConnection } from './bare.ts';
import { type Operation, OPERATIONS } from './operations.ts';
import { keyOf, type World } from './world.ts';

export interface Load {
  target: 'api' | 'bare';
  operation: string;
  connections: number;
  warmUpSeconds: number;
  seconds: number;
  world: World;
  /** Of the API, or of the database. */
  url: string;
  /** Turns count from here, so that no two loads take the same free time. */
  firstTurn: number;
}

export interface Measured {
  perSecond: number;
  /** Milliseconds. */
  p50: number;
  p99: number;
  count: number;
  /** With those of the warm-up. */
  total: number;
}

type Turn = (turn: number) => Promise<void>;

async function run(load: Load): Promise<Measured> {
  const operation = OPERATIONS.find(({ name }) => name === load.operation);
  if (!operation) throw new Error(`There is no operation "${load.operation}"`);
  const { workers, close } = load.target === 'api' ? overHttp(operation, load) : await overPg(operation, load);
  let turn = load.firstTurn;
  const drive = async (seconds: number): Promise<number[]> => {
    const times: number[] = [];
    const end = performance.now() + seconds * 1000;
    const one = async (work: Turn) => {
      for (let began = performance.now(); began < end; began = performance.now()) {
        await work(turn++);
        times.push(performance.now() - began);
      }
    };
    await Promise.all(workers.map(one));
    return times;
  };
  await drive(load.warmUpSeconds);
  const began = performance.now();
  const times = (await drive(load.seconds)).sort((a, b) => a - b);
  const took = (performance.now() - began) / 1000;
  await close();
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { perSecond: times.length / took, p50: at(0.5), p99: at(0.99), count: times.length, total: turn - load.firstTurn };
}

function overHttp(operation: Operation, { url, connections, world }: Load): { workers: Turn[]; close: () => Promise<void> } {
  const pool = new Pool(url, { connections, pipelining: 1 });
  const headers = new Map(Array.from({ length: world.size.clinics }, (_, at) => [at + 1, `Bearer ${keyOf(at + 1)}`]));
  const work: Turn = async (turn) => {
    const { clinic, method, path, body } = operation.http(world, turn);
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await pool.request({
      method,
      path: `/api/v1${path}`,
      headers: { authorization: headers.get(clinic) ?? '', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...json,
    });
    if (answer.statusCode >= 300) throw new Error(`${method} ${operation.name}: ${answer.statusCode} ${await answer.body.text()}`);
    await answer.body.dump({ limit: 1e9 });
  };
  return { workers: Array.from({ length: connections }, () => work), close: () => pool.close() };
}

async function overPg(operation: Operation, { url, connections, world }: Load): Promise<{ workers: Turn[]; close: () => Promise<void> }> {
  const clients = Array.from({ length: connections }, () => new BareConnection(url));
  await Promise.all(clients.map((client) => client.open()));
  const workers = clients.map(
    (client): Turn =>
      (turn) =>
        operation.bare(client, world, turn),
  );
  return { workers, close: async () => void (await Promise.all(clients.map((client) => client.close()))) };
}

process.stdout.write(JSON.stringify(await run(JSON.parse(process.argv[2] ?? '') as Load)));

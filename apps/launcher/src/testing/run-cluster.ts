// A supervisor to be killed: starts the cluster whose options it is given, tells its port, and lives on.
import { Cluster, type ClusterOptions } from '../postgres/cluster.ts';

const cluster = new Cluster(JSON.parse(process.argv[2] ?? '') as ClusterOptions);
await cluster.start();
process.stdout.write(`${cluster.port}\n`);
setInterval(() => undefined, 60_000);

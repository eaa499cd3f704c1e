// npm run single: the app with its data package as one file, release/chentu.html, which a browser opens without a
// server.
import { ensureBuilt, ensureInstalled, run } from './ensure-installed.mjs'

ensureInstalled()
if (!(await ensureBuilt()) || !run('node', ['scripts/run.mjs', 'scripts/single/main.ts'])) process.exit(1)

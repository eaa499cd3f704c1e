// npm start: installs what is missing, builds once, serves `dist` and prints the address.
import { ensureBuilt, ensureInstalled } from './ensure-installed.mjs'

const FIRST_PORT = 4173

ensureInstalled()
if (!(await ensureBuilt())) process.exit(1)
const { preview } = await import('vite')
const server = await preview({ preview: { port: FIRST_PORT, strictPort: false } })
server.printUrls()

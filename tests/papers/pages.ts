import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A page as laid out by LibreOffice. */
export interface Page {
  /** Text, line by line as on the page. */
  readonly text: string
  /** Share of the page that is not white. */
  readonly ink: number
}

/** Pages of files, by file name: converted in one run of LibreOffice, whose start takes longest. */
export async function pagesOf(files: ReadonlyMap<string, Blob>): Promise<ReadonlyMap<string, readonly Page[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'chentu-papers-'))
  try {
    for (const [name, blob] of files) await writeFile(join(folder, name), new Uint8Array(await blob.arrayBuffer()))
    // A separate profile: LibreOffice refuses to start with a profile that is in use.
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    const names = [...files.keys()].map((name) => join(folder, name))
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...names])
    const read = [...files.keys()].map(async (name) => [name, await readPages(folder, name)] as const)
    return new Map(await Promise.all(read))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function readPages(folder: string, name: string): Promise<Page[]> {
  const pdf = join(folder, name.replace(/\.\w+$/, '.pdf'))
  const pictures = join(folder, `${name}-page`)
  const [{ stdout }] = await Promise.all([
    run('pdftotext', ['-layout', pdf, '-'], { maxBuffer: 64 << 20 }),
    run('pdftoppm', ['-gray', '-r', '36', pdf, pictures]),
  ])
  const texts = stdout.split('\f').slice(0, -1)
  const drawn = (await readdir(folder)).filter((each) => each.startsWith(`${name}-page`)).sort()
  return Promise.all(
    drawn.map(async (each, i) => ({ text: texts[i]!, ink: inkShare(await readFile(join(folder, each))) })),
  )
}

/** Share of the pixels of a grey image (PGM) that are not white. */
function inkShare(picture: Uint8Array): number {
  const [width, height] = /^P5\s+(\d+)\s+(\d+)/
    .exec(new TextDecoder('latin1').decode(picture.subarray(0, 64)))!
    .slice(1)
    .map(Number)
  const dots = picture.subarray(picture.length - width! * height!)
  return dots.reduce((sum, dot) => sum + Number(dot < 250), 0) / dots.length
}

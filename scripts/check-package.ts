import { readFileSync, statSync } from 'node:fs'
import i18next from 'i18next'
import { mustBeFixed, type Problem } from '@/domain/problem'
import { startI18n } from '@/i18n'
import { Archive } from '@/io/formats/zip'
import { checkPackage } from '@/io/package/check-package'
import { DESCRIPTOR, heldFiles, type PackageFiles } from '@/io/package/package-files'
import { filesIn } from './folder-files'

// npm run check-package PLACE: reports problems of a data package (a folder or a .zip) with file, row and column. Exits
// with 1 if something has to be mended, with 2 if there is nothing to check.

/** The files of an archive, relative to its only folder if all of them are in one. */
async function filesOf(archive: string): Promise<PackageFiles> {
  const members = await (await Archive.open(new Blob([readFileSync(archive)]))).read(() => true)
  const descriptors = [...members.keys()].filter((name) => name === DESCRIPTOR || name.endsWith(`/${DESCRIPTOR}`))
  const top = descriptors.sort((a, b) => a.length - b.length)[0] ?? DESCRIPTOR
  const folder = top.slice(0, -DESCRIPTOR.length)
  const inside = [...members].filter(([name]) => name.startsWith(folder))
  return heldFiles(new Map(inside.map(([name, bytes]) => [name.slice(folder.length), new Blob([bytes])])))
}

function words({ code, file, sheet, kind, row, column, seen, expected, became, earlier }: Problem): string {
  const { t } = i18next
  const parts = [
    sheet ? `${file} · ${sheet}` : file,
    kind !== undefined && t('problem.kind', { kind }),
    row !== undefined && t('problem.row', { row }),
    column && t('problem.column', { column }),
    t(`problem.${code}`),
    seen && t('problem.seen', { seen: seen.slice(0, 300) }),
    earlier && t('problem.earlier', earlier),
    expected && t('problem.expected', { expected }),
    became !== undefined && t('problem.became', { became }),
  ]
  // Control characters from a file must not reach the terminal.
  return parts
    .filter(Boolean)
    .join(' ')
    .replaceAll(/\p{Cc}/gu, ' ')
}

const place = process.argv[2]
const stat = place === undefined ? undefined : statSync(place, { throwIfNoEntry: false })
if (place === undefined || !stat) {
  console.error('npm run check-package PLACE (a folder or a .zip)')
  process.exit(2)
}
await startI18n('zh-CN')
const files = stat.isDirectory() ? filesIn(place) : await filesOf(place).catch(() => null)
if (!files) {
  console.error(`${place}: ${i18next.t('problem.file-unreadable')}`)
  process.exit(2)
}
const problems = await checkPackage(files)
const faults = problems.filter(mustBeFixed)
for (const problem of problems) console.log(words(problem))
console.log(`${place}: ${faults.length} / ${problems.length}`)
process.exit(faults.length > 0 ? 1 : 0)

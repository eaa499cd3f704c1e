import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const docs = readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((name) => `docs/${name}`)
const pages = ['README.md', 'README.zh-CN.md', 'CONTRIBUTING.md', ...docs].filter((path) => path.endsWith('.md'))
const textOf = (path: string) => readFileSync(path, 'utf8')

/** The anchor that GitHub makes of a heading: lower case, hyphens for spaces, no punctuation. */
const anchorOf = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\s_-]/gu, '')
    .replaceAll(' ', '-')
const anchors = (path: string) => [...textOf(path).matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading!))

interface Link {
  readonly page: string
  readonly target: string
}

const links: readonly Link[] = pages.flatMap((page) =>
  [...textOf(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => ({ page, target: target! }))
    .filter(({ target }) => !/^[a-z]+:/.test(target)),
)

/** Why a link is broken; null if it is not. */
function faultOf({ page, target }: Link): string | null {
  const [path = '', anchor] = decodeURI(target).split('#')
  const file = path === '' ? page : normalize(join(dirname(page), path))
  if (!existsSync(file)) return `${page}: ${target}`
  const isLost = anchor !== undefined && file.endsWith('.md') && !anchors(file).includes(anchor)
  return isLost ? `${page}: ${target} has no such heading` : null
}

const isFolder = (path: string) => statSync(path).isDirectory()
const foldersIn = (folder: string): string[] =>
  readdirSync(folder)
    .map((name) => `${folder}/${name}`)
    .filter(isFolder)
    .flatMap((path) => [path, ...foldersIn(path)])

describe('the docs', () => {
  it('link only to files and headings that exist', () => {
    expect(links.length).toBeGreaterThan(200)
    expect(links.map(faultOf).filter((fault) => fault !== null)).toEqual([])
  })

  it('mention between backticks only files and folders that exist', () => {
    const named = pages.flatMap((page) =>
      [...textOf(page).matchAll(/`((?:src|tests|scripts|docs)\/[\w./-]+)`/g)].map(([, path]) => ({
        page,
        path: path!,
      })),
    )
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter(({ path }) => !existsSync(path))).toEqual([])
  })
})

describe('docs/architecture.md', () => {
  const page = 'docs/architecture.md'
  const text = textOf(page)

  it('links every folder of src', () => {
    const linked = new Set(links.filter((link) => link.page === page).map(({ target }) => normalize(`docs/${target}`)))
    // `features` itself is left out: each of its folders is a room.
    expect(foldersIn('src').filter((folder) => folder !== 'src/features' && !linked.has(folder))).toEqual([])
  })

  it('draws the same arrows between rooms that Biome enforces', () => {
    const [, held] = /Arrows go one way: ([^"]+)\./.exec(textOf('biome.json')) ?? []
    expect(held).toBeDefined()
    const rooms = held!.split(' ← ')
    expect(text).toContain(`\`${held}\``)
    const drawn = /```mermaid\n([\s\S]*?)```/.exec(text)![1]!
    const arrows = [...drawn.replace(/\[[^\]]*\]/g, '').matchAll(/^ +(\w+(?: <?--> \w+)+)$/gm)].flatMap(([, chain]) => {
      const names = chain!.split(/ <?--> /)
      return names.slice(1).map((name, i) => [names[i]!, name] as const)
    })
    const inRow = arrows.filter((arrow) => arrow.every((name) => rooms.includes(name)))
    expect(new Set(inRow.map((arrow) => arrow.join(' → ')))).toEqual(
      new Set(rooms.slice(1).map((room, i) => `${room} → ${rooms[i]}`)),
    )
  })

  it('mentions in its table only names that occur in the files linked in the same row', () => {
    const section = text.split('## To add X, touch Y')[1]!.split('\n## ')[0]!
    const rows = section.split('\n').filter((line) => line.startsWith('| ') && line.includes(']('))
    expect(rows.length).toBeGreaterThan(15)
    const lost = rows.flatMap((row) => {
      const files = [...row.matchAll(/\]\(([^)\s#]+)/g)].map(([, target]) => normalize(`docs/${target}`))
      const code = files.filter((file) => existsSync(file) && !isFolder(file)).map(textOf)
      const said = row.replace(/\[[^\]]*\]\([^)]*\)/g, '')
      const names = [...said.matchAll(/`([^`]+)`/g)].map(([, name]) => name!.replace(/s$/, ''))
      return names.filter((name) => !code.some((each) => each.includes(name))).map((name) => `${name}: ${row}`)
    })
    expect(lost).toEqual([])
  })
})

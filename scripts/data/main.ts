import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { changzhiFiles } from './changzhi'
import { GUIDE, guideText } from './guide'
import { xianyangFiles } from './xianyang'

for (const [folder, files] of [
  ['data', xianyangFiles()],
  ['data/changzhi', changzhiFiles()],
] as const) {
  mkdirSync(folder, { recursive: true })
  for (const [path, content] of files) writeFileSync(join(folder, path), content)
  console.log(`${folder}: ${files.size} files`)
}
writeFileSync(GUIDE, guideText())

import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { changzhiFiles } from './changzhi'
import { GUIDE, guideText } from './guide'
import { xianyangFiles } from './xianyang'

for (const [folder, files] of [
  ['data', xianyangFiles()],
  ['data/changzhi', changzhiFiles()],
] as const) {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  console.log(`${folder}: ${files.size} files`)
}
writeFileSync(GUIDE, guideText())

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { serveFolder } from '../../browser/dav-server'
import { type Journey, text, whole, words } from '../journey'
import type { Visitor } from '../visitor'
import { openCheck, saveCheck } from './field'
import { CODE, KEY } from './hand-over'

const ADDRESS = 'details:has(input[type="url"])'

/** Opens the section about the office’s folder under 交内勤. */
async function openFolder(tablet: Visitor): Promise<void> {
  await tablet.press(whole(words.tablet.tab.office))
  await tablet.press(whole(words.check.folder), 'summary')
  await tablet.meet(`${ADDRESS}[open]`)
}

/** The office's folder (WebDAV): bundles out, receipts back. */
export const officeFolder: Journey = {
  // The browser itself logs that a password was refused.
  expected: /401|Unauthorized/,
  steps: () => {
    let dav: Awaited<ReturnType<typeof serveFolder>>
    return {
      'gives the tablet the address of the folder': async ({ tablet, engine }) => {
        dav = await serveFolder('team', 'secret')
        await tablet.beNew()
        await openCheck(tablet)
        await saveCheck(tablet, '上传的')
        await tablet.open('#/field')
        await openFolder(tablet)
        await tablet.fill('.', 'https://[', 'input[type="url"]')
        await tablet.see(words.check.addressFault.malformed)
        await tablet.fill('.', dav.url, 'input[type="url"]')
        await tablet.fill(whole(words.check.folderUser), 'team')
        // The page is reloaded so that its policy allows that host.
        await engine.ask('window.isBefore = true')
        await tablet.press(whole(words.check.folderSave))
        await tablet.until(`!window.isBefore && document.querySelector('nav') !== null`)
      },
      'is told that the password is wrong': async ({ tablet }) => {
        await openFolder(tablet)
        await tablet.fill(whole(words.check.folderPassword), 'wrong', 'input[type="password"]')
        await tablet.press(whole(words.check.push))
        await tablet.see(words.check.pushFault.unauthorised)
        expect(await dav.files()).toEqual([])
      },
      'puts a bundle into the folder': async ({ tablet }) => {
        await tablet.fill(whole(words.check.folderPassword), 'secret', 'input[type="password"]')
        await tablet.press(whole(words.check.push))
        await tablet.see(text(words.check.pushed))
        expect(await dav.files()).toEqual([expect.stringMatching(/\.zip$/)])
      },
      'collects the desk’s receipt from it': async ({ desk, tablet, engine, folder }) => {
        const [name] = await dav.files()
        const bundle = join(folder, name!)
        writeFileSync(bundle, await dav.read(name!))
        await desk.open('#/data')
        const [code] = await desk.see(CODE, KEY)
        const receipt = await desk.save(() => engine.choose('[data-testid="bundles"]', [bundle]))
        await dav.write('回执.json', Buffer.from(receipt.bytes))
        await tablet.open('#/field')
        await openFolder(tablet)
        await tablet.fill(whole(words.desk.pinType), code!)
        await tablet.press(whole(words.desk.pinKeep))
        await tablet.see(text(words.desk.pinned, { code: code! }))
        await tablet.fill(whole(words.check.folderPassword), 'secret', 'input[type="password"]')
        await tablet.press(whole(words.check.collect))
        await tablet.see(text(words.check.confirmed, { events: 1, photos: 0 }))
        await dav.close()
      },
    }
  },
}

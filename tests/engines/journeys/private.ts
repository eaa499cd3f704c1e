import { PHOTO } from '../files'
import { type Journey, text, whole, words } from '../journey'
import { answerCheck, openCheck } from './field'

/** A private window: some browsers store nothing there, or not what a check needs. */
export const privateWindow: Journey = {
  steps: () => ({
    'sees the map and the ranking': async ({ desk }) => {
      await desk.open('#/explore')
      await desk.mapDrawn()
      await desk.see('1\\s+旬邑县\\s+2\\.8', 'main')
    },
    'saves a check with its photo, or is told that nothing is saved there, before a check is begun too': async ({
      desk,
      engine,
    }) => {
      await openCheck(desk)
      await engine.choose('[data-testid="photos"]', [PHOTO])
      await desk.until(`document.querySelector('figure img')?.naturalWidth > 0`)
      await answerCheck(desk, '无痕窗口')
      const { saved, refused, blocked } = words.check
      const [said] = await desk.see(`${text(saved)}|${text(refused.private)}`)
      if (said === saved) return
      await desk.press(whole(words.check.back))
      await desk.see(blocked.private)
    },
  }),
}

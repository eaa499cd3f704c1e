import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SceneName } from '@/io/package/descriptor'
import { useChentu, useReport } from '@/store/chentu'
import { DOT } from '@/ui/dot'
import { BlackScreen } from './BlackScreen'
import { Controls } from './Controls'
import { leaveBar } from './leave-bar'
import classes from './Meeting.module.css'
import { SceneContent } from './SceneContent'
import { Speaker } from './Speaker'
import { FocusCounty } from './scene-context'
import type { Step } from './steps'
import { useReadyScenes } from './use-ready-scenes'
import { useSceneKeys } from './use-scene-keys'
import { useSecondPress } from './use-second-press'
import { useWall } from './use-wall'

/**
 * Scenes where the up and down arrows choose a county. The race handles these keys itself; elsewhere they choose the
 * month.
 */
const OF_COUNTY: readonly SceneName[] = ['year', 'county']

const isFull = () => document.fullscreenElement !== null
const beFull = () => void document.documentElement.requestFullscreen().catch(() => undefined)

/** The meeting on the wall, scene by scene, controlled by keyboard, a remote's few keys, or touch. */
export default function Meeting() {
  const { t } = useTranslation()
  const report = useReport()
  const isSpeaker = useChentu((state) => state.view.speaker)
  const setView = useChentu((state) => state.setView)
  const wall = useWall()
  const { agenda, scene, black, goTo } = wall
  // Notices about the shown data appear once only: on the scene with which the meeting begins.
  const [first] = useState(scene)
  const item = agenda[scene]!
  const ready = useReadyScenes(agenda, scene, [report?.month, wall.focused].join())
  const along = (by: number) => (OF_COUNTY.includes(item.scene) ? wall.county(by) : wall.month(by))
  const full = () => (isFull() ? void document.exitFullscreen() : beFull())
  const leaving = useSecondPress(() => setView({ mode: 'explore' }))
  /**
   * Leaves one thing at a time: the bar, the black screen, full screen (which the browser also leaves by itself), and
   * on the second press the meeting.
   */
  function leave() {
    const { activeElement } = document
    if (activeElement?.closest('nav')) leaveBar()
    else if (black) wall.lighten()
    else if (isFull()) void document.exitFullscreen()
    else if (!isSpeaker) leaving.press()
  }
  useSceneKeys([
    ['PageDown', wall.forward],
    ['ArrowRight', wall.forward],
    ['Enter', wall.forward],
    ['PageUp', wall.back],
    ['ArrowLeft', wall.back],
    ['Home', () => goTo(0)],
    ['End', () => goTo(agenda.length - 1)],
    ['b', wall.darken],
    ['.', wall.darken],
    ['f', full],
    // Sent by a remote's "start show" button.
    ['F5', beFull],
    ['Escape', leave],
    ...(item.scene === 'race' && !black
      ? []
      : ([
          ['ArrowDown', () => along(1)],
          ['ArrowUp', () => along(-1)],
        ] as const)),
    ...agenda.slice(0, 9).map((_, i) => [String(i + 1), () => goTo(i)] as const),
  ])

  /** The scene's number, with its step if it has several, so that the user knows what the next key press does. */
  function placeOf(scene: number, step: Step): string {
    const steps = wall.stepsAt(scene)
    const number = `${scene + 1} / ${agenda.length}`
    if (steps.length === 1) return number
    return [number, t('meeting.wall.stepOf', { number: steps.indexOf(step) + 1, count: steps.length })].join(DOT)
  }

  if (!report) return <p>{t('ranking.none')}</p>
  if (isSpeaker) return <Speaker wall={wall} />
  return (
    <div className={classes.stage} data-wall>
      <h1 className="unseen">{t('mode.meeting')}</h1>
      <FocusCounty value={wall.speakOf}>
        {ready.map((each) => {
          const [isShown, of] = [each === scene && !black, agenda[each]!]
          const step = each === scene ? wall.step : each < scene ? wall.lastStep(each) : wall.firstStep(each)
          const shown = { 'aria-label': t(`meeting.scene.${of.scene}`), 'data-scene': of.scene, 'data-step': step }
          return (
            <section
              key={each}
              className={classes.wall}
              {...(isShown ? shown : { 'data-ready': of.scene, inert: true, 'aria-hidden': true })}
            >
              <SceneContent
                item={of}
                step={step}
                place={placeOf(each, step)}
                ahead={!isShown}
                begins={each === first}
              />
            </section>
          )
        })}
      </FocusCounty>
      <Controls wall={wall} full={full} />
      <p className={classes.leaving} role="status">
        {leaving.isWaiting && t('meeting.leaveAgain')}
      </p>
      {black && <BlackScreen onLight={wall.lighten} />}
    </div>
  )
}

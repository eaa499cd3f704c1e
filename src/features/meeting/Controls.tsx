import { type MouseEvent, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paintNow } from '@/map/instance/paint-now'
import { useChentu, useReport } from '@/store/chentu'
import { MODES } from '@/store/view/view'
import { Button } from '@/ui/controls/Button'
import { HelpLink } from '@/ui/controls/HelpLink'
import { lazyPart } from '@/ui/lazy-part'
import { saveFile } from '@/ui/save-file'
import classes from './Controls.module.css'
import { leaveBar } from './leave-bar'
import { RacePlayer } from './RacePlayer'
import type { Wall } from './use-wall'

const AgendaDialog = lazyPart(async () => ({ default: (await import('./AgendaDialog')).AgendaDialog }))
const DecisionsDialog = lazyPart(async () => ({ default: (await import('./DecisionsDialog')).DecisionsDialog }))
const PapersDialog = lazyPart(async () => ({ default: (await import('./PapersDialog')).PapersDialog }))
const PublishDialog = lazyPart(async () => ({ default: (await import('./PublishDialog')).PublishDialog }))

/** Width of the saved picture, matching the largest wall. */
const PICTURE_PIXELS = 3840
const SHOWN_MS = 3000

/** Whether a pointer has moved or been pressed within the last {@link SHOWN_MS}. */
function usePointerMoving(): boolean {
  const [moving, setMoving] = useState(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const move = () => {
      setMoving(true)
      clearTimeout(timer)
      timer = setTimeout(() => setMoving(false), SHOWN_MS)
    }
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerdown', move)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerdown', move)
    }
  }, [])
  return moving
}

/** Space above and below the bar, in pixels. */
const FREE_PIXELS = 8

/** Sets `--beside-bar` on the stage: the factor by which the scene must shrink so that the bar never covers it. */
function useBarRoom() {
  const bar = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    const nav = bar.current
    const stage = nav?.parentElement
    if (!nav || !stage) return
    const measure = () => {
      const share = 1 - (nav.offsetHeight + 2 * FREE_PIXELS) / Math.max(1, stage.clientHeight)
      stage.style.setProperty('--beside-bar', share.toFixed(4))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(nav)
    observer.observe(stage)
    return () => observer.disconnect()
  }, [])
  return bar
}

/** Leaves the bar after a button was pressed by pointer, for the remote's keys. */
function release({ detail, currentTarget }: MouseEvent<HTMLElement>): void {
  if (detail > 0 && currentTarget.contains(document.activeElement)) leaveBar()
}

/** The wall's control bar for pointer or touch; hidden until the pointer moves or Tab moves the focus into it. */
export function Controls({ wall, full }: { readonly wall: Wall; full(): void }) {
  const { t } = useTranslation()
  const setView = useChentu((state) => state.setView)
  const report = useReport()
  const [open, setOpen] = useState<'agenda' | 'decisions' | 'papers' | 'publish' | null>(null)
  const [drawing, setDrawing] = useState(false)
  const moving = usePointerMoving()
  const bar = useBarRoom()
  const close = () => setOpen(null)
  const speaker = () =>
    window.open(`${location.href}${location.hash.includes('?') ? '&' : '?'}speaker=1`, 'chentu-speaker')
  async function picture() {
    const element = document.querySelector<HTMLElement>('section[data-scene]')
    if (!element) return
    setDrawing(true)
    try {
      const { pictureOf } = await import('@/ui/picture-of')
      const background = getComputedStyle(element).backgroundColor
      const item = wall.agenda[wall.scene]!
      const name = [item.title ?? t(`meeting.scene.${item.scene}`), report?.month].filter(Boolean).join(' ')
      saveFile(await pictureOf(element, PICTURE_PIXELS, background, paintNow), `${name}.png`)
    } finally {
      setDrawing(false)
    }
  }
  return (
    <>
      <nav
        ref={bar}
        className={classes.controls}
        aria-label={t('meeting.controls')}
        data-shown={moving}
        onClickCapture={release}
      >
        <Button disabled={wall.isFirst} onClick={wall.back}>
          {t('meeting.before')}
        </Button>
        <Button disabled={wall.next === null} onClick={wall.forward}>
          {t('meeting.next')}
        </Button>
        <Button disabled={!wall.hasMonth(-1)} onClick={() => wall.month(-1)}>
          {t('keys.monthBefore')}
        </Button>
        <Button disabled={!wall.hasMonth(1)} onClick={() => wall.month(1)}>
          {t('keys.monthAfter')}
        </Button>
        <Button onClick={wall.darken}>{t('meeting.darken')}</Button>
        <Button onClick={full}>{t('meeting.full')}</Button>
        <Button onClick={() => speaker()}>{t('meeting.speaker')}</Button>
        {wall.agenda[wall.scene]?.scene === 'race' && (
          <span className={classes.player}>
            <RacePlayer />
          </span>
        )}
        <Button onClick={() => setOpen('agenda')}>{t('meeting.agenda')}</Button>
        <Button onClick={() => setOpen('decisions')}>{t('decisions.title')}</Button>
        <Button onClick={() => setOpen('papers')}>{t('meeting.papers')}</Button>
        <Button disabled={drawing} onClick={() => void picture()}>
          {t('meeting.picture')}
        </Button>
        <Button onClick={() => setOpen('publish')}>{t('meeting.publish')}</Button>
        <HelpLink page="meeting" />
        <span className={classes.together}>
          <span>{t('meeting.wall.backTo')}</span>
          {MODES.filter((mode) => mode !== 'meeting').map((mode) => (
            <Button key={mode} onClick={() => setView({ mode })}>
              {t(`mode.${mode}`)}
            </Button>
          ))}
        </span>
      </nav>
      <Suspense fallback={null}>
        {open === 'agenda' && <AgendaDialog onSaved={() => wall.goTo(0)} onClose={close} />}
        {open === 'decisions' && <DecisionsDialog onClose={close} />}
        {open === 'papers' && <PapersDialog onClose={close} />}
        {open === 'publish' && <PublishDialog onClose={close} />}
      </Suspense>
    </>
  )
}

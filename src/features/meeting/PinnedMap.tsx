import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MonthReport } from '@/domain/dustfall/month-report'
import { fitCamera } from '@/domain/geodesy/fit-camera'
import type { Theme } from '@/layers/palette'
import { CountyDrawing } from '@/map/drawing/CountyDrawing'
import type { PicturedMap } from '@/map/picture/use-picture'
import { useOpened } from '@/store/chentu'
import classes from './PinnedMap.module.css'
import type { MapContent } from './use-map-content'
import type { PinnedView } from './use-pinned-view'

/** Height of a county's name on a map; the map is scaled so that on the wall names are as large as the other text. */
const NAME_PIXELS = 15
/** Delay after the last resize before the map is drawn again. */
const REST_MS = 200

/** Size of the map's frame in screen pixels, and the letter height there. */
interface Room {
  readonly width: number
  readonly height: number
  readonly letter: number
}

/** What is shown beside the map. Excludes the canvas, which is as large as the wall and must be freed. */
export type MapDescription = Pick<PicturedMap, 'entries' | 'about'>

interface Props {
  readonly pinned: PinnedView
  readonly report: MonthReport | null
  readonly theme: Theme
  readonly of: MapContent
  /** Called with null when the drawn map no longer matches what is to be shown. */
  onDrawn(map: MapDescription | null): void
}

/** A pinned view's map as a picture sized by the wall; until it is drawn, the counties and a status line. */
export function PinnedMap({ pinned, report, theme, of, onDrawn }: Props) {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const { view, box, draw } = pinned
  const frame = useRef<HTMLDivElement>(null)
  const room = useRoom(frame)
  // A canvas rather than an image: saving the whole scene as a picture can then copy it synchronously.
  const picture = useRef<HTMLCanvasElement>(null)
  const [drawn, setDrawn] = useState<MapContent | null>(null)
  const [failed, setFailed] = useState<MapContent | null>(null)
  const latest = useRef({ draw, onDrawn })
  latest.current = { draw, onDrawn }
  const canDraw = draw !== null
  useEffect(() => {
    const { draw } = latest.current
    if (!canDraw || !draw || !room) return
    const left = new AbortController()
    const larger = room.letter / NAME_PIXELS
    const size = { width: room.width / larger, height: room.height / larger, scale: larger * devicePixelRatio }
    void draw(box, size, left.signal).then(
      ({ canvas, entries, about }) => {
        if (left.signal.aborted || !picture.current) return
        copy(canvas, picture.current)
        setDrawn(of)
        latest.current.onDrawn({ entries, about })
      },
      (error: unknown) => {
        if (left.signal.aborted) return
        console.warn(error)
        setFailed(of)
      },
    )
    return () => left.abort()
  }, [canDraw, room, of, box])
  // A picture of another size stays until the next is drawn; one of other content would be wrong.
  const isShown = drawn === of
  useEffect(() => {
    if (!isShown) latest.current.onDrawn(null)
  }, [isShown])
  const camera = box && room ? fitCamera(box, room.width, room.height, 0) : null
  return (
    <div ref={frame} className={classes.map} data-testid="pinned-map" data-drawn={isShown}>
      <canvas ref={picture} hidden={!isShown} role="img" aria-label={t('meeting.scene.map')} />
      {!isShown && (
        <>
          <CountyDrawing dataset={dataset} report={report} theme={theme} view={{ ...view, camera }} />
          <p role="status">{t(failed === of ? 'meeting.pictures.failed' : 'meeting.pictures.map')}</p>
        </>
      )}
    </div>
  )
}

function copy(drawn: OffscreenCanvas, shown: HTMLCanvasElement): void {
  shown.width = drawn.width
  shown.height = drawn.height
  shown.getContext('2d')?.drawImage(drawn, 0, 0)
}

/** The size of an element once it has stopped resizing. */
function useRoom(of: React.RefObject<HTMLElement | null>): Room | null {
  const [room, setRoom] = useState<Room | null>(null)
  useLayoutEffect(() => {
    const { current } = of
    if (!current) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = current
      const letter = Number.parseFloat(getComputedStyle(current).fontSize) || NAME_PIXELS
      if (width === 0 || height === 0) return
      setRoom((before) =>
        before?.width === width && before.height === height && before.letter === letter
          ? before
          : { width, height, letter },
      )
    }
    measure()
    const observer = new ResizeObserver(() => {
      clearTimeout(timer)
      timer = setTimeout(measure, REST_MS)
    })
    observer.observe(current)
    return () => {
      clearTimeout(timer)
      observer.disconnect()
    }
  }, [of])
  return room
}

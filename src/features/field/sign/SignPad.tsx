import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import SignaturePad, { type PointGroup } from 'signature_pad'
import { Button } from '@/ui/controls/Button'
import classes from './SignPad.module.css'

/** Canvas pixels per screen pixel: the signature is printed larger than it is drawn. */
const SHARPNESS = 2

interface Props {
  /** Called with a function that gives the signature as a PNG; null while there is none. */
  onDrawn(read: (() => Promise<Blob>) | null): void
}

/** A canvas as a PNG. @throws if the browser produces none. */
const pngOf = (canvas: HTMLCanvasElement) =>
  new Promise<Blob>((done, fail) => {
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture'))), 'image/png')
  })

/** Strokes scaled to a pad of another size. */
const scaled = (groups: readonly PointGroup[], by: number): PointGroup[] =>
  groups.map((group) => ({
    ...group,
    points: group.points.map((each) => ({ ...each, x: each.x * by, y: each.y * by })),
  }))

/** Pad for signing with a finger or pen. The drawing survives turning the tablet. */
export function SignPad({ onDrawn }: Props) {
  const { t } = useTranslation()
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePad | null>(null)
  const [drawn, setDrawn] = useState(false)
  const tell = useRef(onDrawn)
  tell.current = onDrawn

  useEffect(() => {
    const board = canvas.current!
    const made = new SignaturePad(board, { backgroundColor: '#fff', penColor: '#000', minWidth: 1.5, maxWidth: 4 })
    let size = { width: 0, height: 0 }
    const resize = () => {
      const { clientWidth: width, clientHeight: height } = board
      if (width === 0 || (width === size.width && height === size.height)) return
      const lines = made.toData()
      const by = size.width === 0 ? 1 : Math.min(width / size.width, height / size.height)
      size = { width, height }
      board.width = width * SHARPNESS
      board.height = height * SHARPNESS
      board.getContext('2d')!.scale(SHARPNESS, SHARPNESS)
      // Repaints the background at this scale.
      made.clear()
      if (lines.length > 0) made.fromData(scaled(lines, by))
    }
    resize()
    const watch = new ResizeObserver(resize)
    watch.observe(board)
    made.addEventListener('endStroke', () => {
      setDrawn(true)
      tell.current(() => pngOf(board))
    })
    pad.current = made
    return () => {
      watch.disconnect()
      made.off()
      tell.current(null)
    }
  }, [])

  return (
    <div className={classes.board} data-pad="">
      <canvas ref={canvas} className={classes.pad} role="img" aria-label={t('sign.pad')} />
      <Button
        className={classes.anew}
        disabled={!drawn}
        onClick={() => {
          pad.current?.clear()
          setDrawn(false)
          onDrawn(null)
        }}
      >
        {t('sign.anew')}
      </Button>
    </div>
  )
}

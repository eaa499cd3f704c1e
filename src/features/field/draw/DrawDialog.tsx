import { IconArrowUpRight, IconCircle, IconScribble } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  MARK_COLOURS,
  MARK_PAINT,
  MARK_TOOLS,
  type Mark,
  type MarkColour,
  type MarkTool,
  markPath,
  markWidths,
} from '@/domain/field/mark'
import { Button } from '@/ui/controls/Button'
import { Dialog } from '@/ui/Dialog'
import classes from './DrawDialog.module.css'
import { type PictureSize, useDrawing } from './use-drawing'

const ICONS = { arrow: IconArrowUpRight, circle: IconCircle, line: IconScribble } as const

interface Props {
  /** URL of the picture to draw on. */
  readonly url: string
  /** Saves a copy with the marks, unless cancelled. @throws if it could not be made; the drawing stays. */
  onSave(marks: readonly Mark[], cancelled: AbortSignal): Promise<void>
  onClose(): void
}

/** Draws arrows, circles and lines on a photo. The photo is unchanged: the drawing is saved as a copy. */
export function DrawDialog({ url, onSave, onClose }: Props) {
  const { t } = useTranslation()
  const [size, setSize] = useState<PictureSize | null>(null)
  const [tool, setTool] = useState<MarkTool>('arrow')
  const [colour, setColour] = useState<MarkColour>('red')
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState(false)
  const { marks, isEmpty, undo, handlers } = useDrawing(size, tool, colour)
  const widths = size && markWidths(size.width, size.height)

  /** The save in progress; closing the dialog aborts it. */
  const saving = useRef<AbortController | null>(null)
  useEffect(() => () => saving.current?.abort(), [])

  async function save() {
    setBusy(true)
    setFailed(false)
    const own = new AbortController()
    saving.current = own
    try {
      await onSave(marks, own.signal)
    } catch {
      setFailed(true)
      setBusy(false)
    }
  }

  return (
    <Dialog
      title={t('draw.title')}
      size="large"
      closedBy="closerequest"
      closeLabel={t('draw.cancel')}
      onClose={() => {
        saving.current?.abort()
        onClose()
      }}
      actions={
        <>
          <Button disabled={isEmpty || busy} onClick={undo}>
            {t('draw.undo')}
          </Button>
          <Button weight="primary" disabled={isEmpty || busy} onClick={() => void save()}>
            {t('draw.save')}
          </Button>
        </>
      }
    >
      <div className={classes.draw}>
        <div className={classes.sheet}>
          <img
            src={url}
            alt={t('draw.photo')}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
              setSize({ width: naturalWidth, height: naturalHeight })
            }
          />
          {size && widths && (
            <svg
              role="img"
              aria-label={t('draw.sheet', { count: marks.length })}
              viewBox={`0 0 ${size.width} ${size.height}`}
              {...handlers}
            >
              {marks.map((mark, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: marks are only added and removed at the end
                <g key={at}>
                  {(['contour', 'line'] as const).map((part) => (
                    <path
                      key={part}
                      d={markPath(mark, widths.line)}
                      stroke={MARK_PAINT[mark.colour][part]}
                      strokeWidth={widths[part]}
                    />
                  ))}
                </g>
              ))}
            </svg>
          )}
        </div>
        {failed && <p role="alert">{t('draw.failed')}</p>}
        <div className={classes.tools}>
          {MARK_TOOLS.map((each) => {
            const Icon = ICONS[each]
            return (
              <Button key={each} aria-pressed={tool === each} onClick={() => setTool(each)}>
                <Icon size={26} aria-hidden="true" /> {t(`draw.tool.${each}`)}
              </Button>
            )
          })}
          {MARK_COLOURS.map((each) => (
            <Button key={each} aria-pressed={colour === each} onClick={() => setColour(each)}>
              <span className={classes.colour} data-colour={each} aria-hidden="true" /> {t(`draw.colour.${each}`)}
            </Button>
          ))}
        </div>
      </div>
    </Dialog>
  )
}

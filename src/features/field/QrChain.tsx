import encodeQR from 'qr'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './QrChain.module.css'

/** A webcam needs so long for a code. */
const STEP_MS = 900
/** White around a code, in modules (ISO/IEC 18004). */
const QUIET_ZONE = 4

/** One path for all dark modules of a code. */
function pathOf(modules: readonly (readonly boolean[])[]): string {
  return modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
}

interface Props {
  readonly parts: readonly string[]
  onClose(): void
}

/** Codes one after the other, round and round, for the camera of the office's machine. */
export default function QrChain({ parts, onClose }: Props) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  const [at, setAt] = useState(0)
  const [running, setRunning] = useState(true)
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => setAt((before) => (before + 1) % parts.length), STEP_MS)
    return () => clearInterval(timer)
  }, [running, parts.length])
  const modules = encodeQR(parts[at]!, 'raw', { ecc: 'low', encoding: 'alphanumeric', border: QUIET_ZONE })
  const size = modules.length
  const step = (by: number) => {
    setRunning(false)
    setAt((at + by + parts.length) % parts.length)
  }
  return (
    <dialog ref={dialog} className={classes.chain} aria-label={t('check.qrTitle')} onClose={onClose}>
      <p>{t('check.qrHelp')}</p>
      <svg viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t('check.qrCode', { number: at + 1 })}>
        <rect width={size} height={size} fill="#fff" />
        <path d={pathOf(modules)} fill="#000" shapeRendering="crispEdges" data-part={parts[at]} />
      </svg>
      <p role="status">{t('check.qrOf', { number: at + 1, count: parts.length })}</p>
      <div className={classes.steps}>
        <button type="button" onClick={() => step(-1)}>
          {t('check.qrBefore')}
        </button>
        <button type="button" onClick={() => setRunning(!running)}>
          {t(running ? 'check.qrPause' : 'check.qrRun')}
        </button>
        <button type="button" onClick={() => step(1)}>
          {t('check.qrNext')}
        </button>
        <button type="button" onClick={() => dialog.current?.close()}>
          {t('app.close')}
        </button>
      </div>
    </dialog>
  )
}

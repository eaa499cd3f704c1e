import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/controls/Button'
import { Dialog } from './Dialog'
import classes from './QrChain.module.css'
import QrImage from './QrImage'

/** Time a webcam needs to read one code. */
const STEP_MS = 900
interface Props {
  readonly parts: readonly string[]
  readonly title: string
  readonly help: string
  /** Further buttons besides those for stepping through the codes. */
  readonly actions?: ReactNode
  /**
   * Called once when the other device can have all codes: several were shown from the first to the last, or the user says
   * so, which then closes the dialog. Opening the dialog alone proves nothing.
   */
  onScanned?(): void
  onClose(): void
}

/** Shows QR codes one after another in a loop, for a camera on another device. */
export default function QrChain({ parts, title, help, actions, onScanned, onClose }: Props) {
  const { t } = useTranslation()
  const [at, setAt] = useState(0)
  const [running, setRunning] = useState(true)
  const seen = useRef(new Set<number>())
  const isTold = useRef(false)
  const tell = () => {
    if (isTold.current) return
    isTold.current = true
    onScanned?.()
  }
  // A code counts as shown when it gives way to another: the last one too.
  const leave = () => {
    seen.current.add(at)
    if (parts.length > 1 && seen.current.size === parts.length) tell()
  }
  const leaving = useRef(leave)
  useEffect(() => {
    leaving.current = leave
  })
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => {
      leaving.current()
      setAt((before) => (before + 1) % parts.length)
    }, STEP_MS)
    return () => clearInterval(timer)
  }, [running, parts.length])
  const step = (by: number) => {
    setRunning(false)
    leave()
    setAt((at + by + parts.length) % parts.length)
  }
  return (
    <Dialog
      title={title}
      size="square"
      closedBy="closerequest"
      onClose={onClose}
      actions={
        <>
          {actions}
          <Button onClick={() => step(-1)}>{t('check.qrBefore')}</Button>
          <Button onClick={() => setRunning(!running)}>{t(running ? 'check.qrPause' : 'check.qrRun')}</Button>
          <Button onClick={() => step(1)}>{t('check.qrNext')}</Button>
          {onScanned && (
            <Button
              weight="primary"
              onClick={() => {
                tell()
                onClose()
              }}
            >
              {t('check.qrDone')}
            </Button>
          )}
        </>
      }
    >
      <p>{help}</p>
      <div className={classes.code}>
        <QrImage text={parts[at]!} label={t('check.qrCode', { number: at + 1 })} />
      </div>
      <p role="status">{t('check.qrOf', { number: at + 1, count: parts.length })}</p>
    </Dialog>
  )
}

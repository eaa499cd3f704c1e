import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChainReader } from '@/ledger/chain'
import { exchange } from '@/ledger/exchange'

interface Props {
  /** All codes of a chain were read: the file that they carry. */
  onFile(file: File): void
  onClose(): void
}

/** Reads a tablet's chain of QR codes by the camera of this machine. */
export default function QrScanner({ onFile, onClose }: Props) {
  const { t } = useTranslation()
  const video = useRef<HTMLVideoElement>(null)
  const [seen, setSeen] = useState({ have: 0, of: 0 })
  const [refused, setRefused] = useState(false)
  const done = useRef(onFile)
  done.current = onFile

  useEffect(() => {
    let gone = false
    let stream: MediaStream | null = null
    const chain = new ChainReader()

    /** Looks at one picture after the other for as long as a code is missing. */
    async function look(screen: HTMLVideoElement) {
      while (!gone) {
        await new Promise(requestAnimationFrame)
        if (screen.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) continue
        const text = await exchange().readCode(await createImageBitmap(screen))
        if (gone || text === null || !chain.add(text)) continue
        setSeen(chain.seen)
        const file = chain.file()
        if (!file) continue
        done.current(new File([file], `${t('check.qrName')}.zip`, { type: 'application/zip' }))
        return
      }
    }

    async function start() {
      // Missing over plain HTTP.
      stream = await navigator.mediaDevices.getUserMedia({
        video: { width: { ideal: 1280 }, facingMode: 'environment' },
      })
      const screen = video.current
      if (gone || !screen) return stream.getTracks().forEach((track) => void track.stop())
      screen.srcObject = stream
      await screen.play()
      await look(screen)
    }
    start().catch(() => !gone && setRefused(true))
    return () => {
      gone = true
      stream?.getTracks().forEach((track) => void track.stop())
    }
  }, [t])

  return (
    <div>
      {refused ? <p role="alert">{t('check.noCamera')}</p> : <video ref={video} muted playsInline width="480" />}
      <p role="status">{seen.of === 0 ? t('check.qrAim') : t('check.qrSeen', { have: seen.have, count: seen.of })}</p>
      <button type="button" className="action" onClick={onClose}>
        {t('app.close')}
      </button>
    </div>
  )
}

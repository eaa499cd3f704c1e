import { type ReactNode, Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Brought, broughtIn } from '@/ledger/brought'
import { readDeskQr } from '@/ledger/desk-key'
import { exchangeWorker } from '@/ledger/exchange'
import { useChain } from '@/store/ledger/use-chain'
import { Button } from '@/ui/controls/Button'
import { lazyPart } from '@/ui/lazy-part'

const CodeCamera = lazyPart(() => import('@/ui/CodeCamera'))

interface Props {
  /** What the two buttons say, and what is to be held before the camera. */
  readonly words: { readonly file: string; readonly scan: string; readonly aim: string }
  /** Whether to choose a file is what is mostly wanted here. */
  readonly isPrimary?: boolean
  readonly testId: string
  /** Further buttons. */
  readonly children?: ReactNode
  /** Takes a file for what it says that it is, whatever button it was given to; `named` says so in words. */
  onFile(what: Brought, file: File, named: string): Promise<void>
  /** Takes what codes said. */
  onText(text: string): void
  /** Takes a desk's own code. */
  onDesk?(text: string): void
  onFailed(error: unknown): void
}

/** Ways in for what the desk gives to a tablet: a file, or QR codes before the camera. */
export function ReadBrought({ words, isPrimary = false, testId, children, onFile, onText, onDesk, onFailed }: Props) {
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  const [scanning, setScanning] = useState(false)
  const chain = useChain((bytes) => onText(new TextDecoder().decode(bytes)))

  async function read(file: File) {
    const what = await broughtIn(file)
    await onFile(what, file, t(`brought.atTablet.${what}`, { file: file.name }))
  }

  return (
    <>
      <nav aria-label={words.file}>
        <Button weight={isPrimary ? 'primary' : 'secondary'} onClick={() => input.current?.click()}>
          {words.file}
        </Button>
        <Button aria-pressed={scanning} onClick={() => setScanning(!scanning)}>
          {words.scan}
        </Button>
        {children}
      </nav>
      <Suspense fallback={null}>
        {scanning && (
          <CodeCamera
            read={(picture) => exchangeWorker().readCode(picture)}
            said={chain.seen.of === 0 ? words.aim : t('check.qrSeen', { have: chain.seen.have, count: chain.seen.of })}
            onText={(text) => {
              const isDesk = onDesk !== undefined && readDeskQr(text) !== null
              if (isDesk) onDesk(text)
              const done = isDesk || chain.add(text)
              if (done) setScanning(false)
              return done
            }}
            onClose={() => setScanning(false)}
          />
        )}
      </Suspense>
      <input
        ref={input}
        type="file"
        accept=".json,.zip,.age,application/json"
        hidden
        data-testid={testId}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) read(file).catch(onFailed)
          event.target.value = ''
        }}
      />
    </>
  )
}

import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FIXED_WORDS } from '@/domain/bulletin/official'
import type { OfficialKind } from '@/domain/bulletin/official-kinds'
import type { OfficialPaper, PaperBlock } from '@/io/papers/official-paper'
import { typeset } from '@/io/papers/typeset'
import type { useAttempt } from '@/store/page/use-attempt'
import { wordFaultLine, wordFieldNames } from '@/store/words/word-fault'
import { Button } from '@/ui/controls/Button'
import form from '@/ui/form.module.css'
import { NoPageNumbers } from '@/ui/NoPageNumbers'
import { OfficialPrint } from '@/ui/OfficialPrint'
import { WordTemplate } from '@/ui/WordTemplate'
import classes from './PapersDialog.module.css'
import { useOfficialPaper } from './use-official-paper'
import type { WrittenPaper } from './written-paper'

interface Props {
  readonly kind: OfficialKind
  readonly written: WrittenPaper
  /** Whether its text has a fault; then it can't be saved or printed. */
  readonly isFaulty: boolean
  readonly running: boolean
  readonly attempt: ReturnType<typeof useAttempt>['attempt']
  /** Runs `work` on the paper with the lines as saved by then. */
  make(work: (written: WrittenPaper) => void | Promise<void>): void
  /** Buttons for the other files, shown beside this paper's. */
  readonly others: ReactNode
  /** Form fields of the paper. */
  readonly children: ReactNode
}

/** One of a month's papers: save for Word, print, choose the office's own template, preview. */
export function OfficialPapers({ kind, written, isFaulty, running, attempt, make, others, children }: Props) {
  const { t } = useTranslation()
  const { word, save } = useOfficialPaper(kind)
  const [printed, setPrinted] = useState<{ readonly paper: OfficialPaper; readonly nth: number } | null>(null)
  const print = ({ paper }: WrittenPaper) => setPrinted((before) => ({ paper, nth: (before?.nth ?? 0) + 1 }))
  const { paper, data } = written
  const name = t(`meeting.official.${kind}`)
  return (
    <>
      <div className={form.choices}>
        <Button weight="primary" disabled={running || isFaulty} onClick={() => make(save)}>
          {t('meeting.official.word', { paper: name })}
        </Button>
        <Button disabled={running || isFaulty} onClick={() => make(print)}>
          {t('meeting.official.print', { paper: name })}
        </Button>
      </div>
      <NoPageNumbers />
      {others}
      {printed && (
        <OfficialPrint key={printed.nth} papers={[typeset(printed.paper)]} annexWord={FIXED_WORDS.annexNote} />
      )}
      <WordTemplate
        name={word.name}
        faults={word.faults.map((fault) => wordFaultLine(t, fault))}
        fields={wordFieldNames(data)}
        disabled={running}
        onChoose={(file) => void attempt(() => word.choose(file, data))}
        onDrop={() => void attempt(word.drop)}
      />
      {children}
      <details>
        <summary>{t('meeting.preview')}</summary>
        <Preview blocks={paper.blocks} />
      </details>
    </>
  )
}

const Preview = ({ blocks }: { readonly blocks: readonly PaperBlock[] }) => (
  <div className={classes.preview}>
    {blocks.map((block, i) =>
      block.type === 'table' || block.type === 'picture' || block.type === 'photos' ? (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks are identified by their position
        <p key={i} className="quiet">
          {block.type === 'table' && `〔${block.table.title}〕`}
        </p>
      ) : (
        // biome-ignore lint/suspicious/noArrayIndexKey: blocks are identified by their position
        <p key={i} data-part={block.type}>
          {block.type === 'named' ? block.name : ''}
          {block.text}
        </p>
      ),
    )}
  </div>
)

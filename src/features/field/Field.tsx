import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Position } from '@/domain/geodesy/position'
import { targetKey } from '@/ledger/fold'
import type { NearSource } from '@/questions/answers'
import { useAnswer } from '@/store/answers/use-answer'
import { useChentu } from '@/store/chentu'
import { useFix } from '@/store/fix'
import { useLedger } from '@/store/ledger'
import { usePreferences } from '@/store/preferences'
import { useTrack } from '@/store/track'
import { CheckForm } from './CheckForm'
import { DraftNotice } from './DraftNotice'
import { NOTHING_FOUND, readFoundDraft } from './drafts'
import classes from './Field.module.css'
import { HandOver } from './HandOver'
import { NearCard } from './NearCard'
import { NearMap } from './NearMap'
import { FOUND_DRAFT, NewSource } from './NewSource'
import { Round } from './Round'
import { Track } from './Track'
import { useDraft } from './use-draft'
import { useOrigin } from './use-origin'
import { useRefused } from './use-refused'
import { WhereAmI } from './WhereAmI'

const RANGES_KM = [0.5, 1, 3] as const
const MOST = 60

const NONE: readonly NearSource[] = []

/** What is near; what was near before stands until the worker has said it. */
function useNeighbours([lon, lat]: Position, km: number): readonly NearSource[] {
  return useAnswer((worker) => worker.nearest([lon, lat], MOST, km * 1000), '', [lon, lat, km]) ?? NONE
}

/** The field team's screen: what is near, worst first or nearest first; a check of one; what was found; the way to the office. */
export default function Field() {
  const { t } = useTranslation()
  const selected = useChentu((state) => state.selected)
  const setView = useChentu((state) => state.setView)
  const blocked = useLedger((all) => all.blocked)
  const events = useLedger((all) => all.events)
  const stopFollowing = useFix((state) => state.stop)
  // A record says where the tablet is, not where it was when it last knew.
  const here = useFix((state) => (state.state === 'following' ? state.fix : null))
  const { fieldMap, setFieldMap, sun, setSun } = usePreferences()
  const track = useTrack((state) => state.points)
  const [origin, choose] = useOrigin()
  const [km, setKm] = useState<number>(1)
  const [worstFirst, setWorstFirst] = useState(true)
  const [finding, setFinding] = useState(false)
  /** What the next tap on the map says: where I am, or where the found source is. */
  const [pointing, setPointing] = useState<'me' | 'found' | null>(null)
  const [unkept, setUnkept] = useState('')
  const refusedFor = useRefused()
  const hand = useDraft(FOUND_DRAFT, readFoundDraft, NOTHING_FOUND, (error) => setUnkept(refusedFor(error)))
  const found = hand.draft
  const near = useNeighbours(origin.position, km)
  const cards = worstFirst
    ? [...near].sort((a, b) => b.status - a.status || b.overdueDays - a.overdueDays || a.metres - b.metres)
    : near

  function point(position: Position) {
    if (pointing === 'me') {
      stopFollowing()
      choose(position)
    } else hand.change({ marked: position })
    setPointing(null)
  }

  function askForTap(what: 'me' | 'found') {
    setFieldMap(true)
    setPointing(what)
  }

  if (selected) {
    return (
      <div className={classes.field} data-sun={sun}>
        <CheckForm
          key={targetKey(selected)}
          source={selected}
          position={here?.position ?? null}
          accuracyMetres={here?.accuracyMetres ?? null}
          onClose={() => setView({ selected: null })}
          onFrom={(position) => {
            stopFollowing()
            choose(position)
            setView({ selected: null })
          }}
        />
      </div>
    )
  }
  return (
    <div className={classes.field} data-sun={sun} data-map={fieldMap}>
      <h2>{t('near.title')}</h2>
      {events && events.size > 0 && <p className="quiet">{t('check.holds', { count: events.size })}</p>}
      {blocked && <p role="alert">{t(`check.blocked.${blocked}`)}</p>}
      <WhereAmI origin={origin} onChoose={choose} />
      <div className={classes.choices}>
        {RANGES_KM.map((range) => (
          <button key={range} type="button" aria-pressed={km === range} onClick={() => setKm(range)}>
            {t('near.within', { km: range })}
          </button>
        ))}
        <button type="button" onClick={() => setWorstFirst(!worstFirst)}>
          {t(worstFirst ? 'near.worst' : 'near.nearest')}
        </button>
        <button type="button" aria-pressed={fieldMap} onClick={() => setFieldMap(!fieldMap)}>
          {t('near.map')}
        </button>
        <button type="button" aria-pressed={pointing === 'me'} onClick={() => askForTap('me')}>
          {t('near.tap')}
        </button>
        <button type="button" aria-pressed={finding} onClick={() => setFinding(!finding)}>
          {t('check.found')}
        </button>
        <button type="button" aria-pressed={sun} onClick={() => setSun(!sun)}>
          {t('near.sun')}
        </button>
      </div>
      {pointing && <p role="status">{t(pointing === 'me' ? 'near.tapHelp' : 'check.markHelp')}</p>}
      {fieldMap && (
        <NearMap
          origin={origin}
          walk={found && found.walk.length > 0 ? found.walk : track}
          pointing={pointing !== null}
          onPoint={point}
        />
      )}
      {finding && !found && <DraftNotice hand={hand} count={({ walk }) => walk.length} />}
      {finding && unkept && <p role="alert">{unkept}</p>}
      {finding && found && (
        <NewSource
          here={here}
          hand={hand}
          draft={found}
          onMark={() => askForTap('found')}
          onClose={() => setFinding(false)}
        />
      )}
      <Round start={origin.position} from={cards} />
      <Track />
      {cards.length === 0 && <p>{t('near.empty')}</p>}
      <ol>
        {cards.map((source) => (
          <li key={source.source}>
            <NearCard
              source={source}
              origin={origin}
              onOpen={() => setView({ selected: { kind: source.kind, code: source.code } })}
            />
          </li>
        ))}
      </ol>
      <HandOver />
    </div>
  )
}

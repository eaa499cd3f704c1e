import { useTranslation } from 'react-i18next'
import { useCaseMonths } from '@/store/cases/use-case-months'
import { useOpened, useReport } from '@/store/chentu'
import { agendaChange, agendaItems, agendaOf, withPinnedView } from './agenda'
import { useKeepMeeting } from './use-keep-meeting'

/** Where saved views are in the agenda of the shown month's meeting, and a function to add one. */
export function useAgendaViews() {
  const { t } = useTranslation()
  const { dataset } = useOpened()
  const month = useReport()?.month ?? ''
  const { running, problems, keep } = useKeepMeeting(t('meeting.agenda'))
  const caseMonths = useCaseMonths()
  const scenes = agendaOf(dataset, month, caseMonths)
  return {
    running,
    problems,
    /** The number of the scene that shows a view, by its address; 0 if none does. */
    placeOf: (view: string) => scenes.findIndex((item) => item.scene === 'pinned' && item.view === view) + 1,
    /** Resolves to whether it was saved. */
    add: (name: string, view: string) =>
      keep((dataset) =>
        agendaChange(dataset, month, withPinnedView(agendaItems(dataset, month, caseMonths), name, view), caseMonths),
      ),
  }
}

/** The same texts of requirements in English. */
export const requirementEn = {
  requirement: {
    title: 'Requirement',
    comma: ', ',
    found: 'Clause {{clause}} · {{kind}} · {{count}} not met',
    itemFound: '{{title}} · clause {{clause}} · {{count}} not met',
    press: 'Only sources that do not meet “{{title}}”',
    pressStatus: 'Only sources with status “{{status}}” for “{{title}}”',
    ended: '{{title}} (no longer in force)',
    unknown: 'A requirement that is not in the plan',
    behind: 'Show the sources concerned',
  },
  problems: {
    rest: '{{count}} more have nothing overdue or not met',
    restPast:
      '; {{count}} of these have requirements past their deadline without data, so it is unknown whether they were met. ',
    showAll: 'List all',
    onlyProblems: 'Problems only',
  },
}

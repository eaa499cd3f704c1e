/** The same texts of requirements in English. */
export const requirementEn = {
  requirement: {
    title: 'Requirement',
    comma: ', ',
    found: 'Clause {{clause}} · {{kind}} · {{count}} not met',
    itemFound: '{{title}} · clause {{clause}} · {{count}} not met',
    press: 'Only sources that do not meet “{{title}}”',
    pressStatus: 'Only sources where “{{title}}” stands as {{status}}',
    ended: '{{title}} (no longer in force)',
    unknown: 'A requirement that the plan does not have',
    behind: 'Show the sources behind it',
  },
  problems: {
    rest: '{{count}} more have nothing overdue or not met',
    restPast:
      '; {{count}} of these have requirements past their day without data, and nobody knows whether they were met. ',
    showAll: 'List all',
    onlyProblems: 'Problems only',
  },
}

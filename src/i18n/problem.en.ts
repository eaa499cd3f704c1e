import type { problemZh } from './problem.zh-CN'

/** The same in English. */
export const problemEn: typeof problemZh = {
  problem: {
    'file-unreachable':
      'The file was not given (it is not there, nobody may read it, or the server fails at present); your data is as it was. Try again later; if it still fails, ask who keeps the site whether it is still in its place',
    'server-unreachable':
      'The server did not answer, so this file was not read; data and records kept on this device are safe. Check the network and open the page anew; if it still fails, ask who keeps the site whether the server runs',
    'other-origin': 'The data package is not on this site and was not read. Put it into the site’s folder',
    'file-redirected':
      'The server sent the request elsewhere, so the file was not read. Let the server give the file itself',
    'kept-copy': 'No network, or the folder is faulty: what this device kept last is shown',
    'file-changed': 'The file was replaced while it was being read, so reading stopped. Open the page anew',
    'kept-readings-lost':
      'Readings of this month kept in this browser can’t be read; the browser may have cleared them. Remove the month under Data and import its files again',
    'kept-tracks-lost':
      'The tracks of this month that this computer keeps can’t be read; the browser may have cleared them. Remove the month on the data screen and bring the files in once more',
    'tracks-too-many':
      'More than 12 million positions came at once, and this file was not read; tracks that were kept before are not touched. Bring fewer files at a time, or have them folded with npm run fold-trucks',
    'tracks-no-settings':
      'The package does not say how tracks are judged (trucks.json), and the files of tracks were not taken in; all else is as it was. Have the settings added to the package, then bring the files once more',
    'tracks-unreadable':
      'The file of tracks of trucks can’t be read; other months are not touched. Check whether the file is whole, or renew Chentu, and open it again',
    'readings-unreadable':
      'The file of readings cannot be read; other months are as they were. Check that it is complete, or update Chentu',
    'file-unreadable':
      'The file is damaged, or is not what its name says. Your data is as it was. Open it in the program that it comes from, save it again and retry',
    'package-later':
      'A later version of Chentu wrote this package, and this one can’t read it. Update Chentu and open it again',
    'cases-invalid':
      'What the package says of cases can’t be used: it is opened as if it said nothing, and the file is kept',
    'rule-later':
      'How this rule is checked only a later version of Chentu knows: the file is kept, and the rule is left out. Update Chentu',
    'package-invalid':
      'The package’s descriptor is wrong: it was not opened, and no file was changed. Correct it and open it again, or ask who made it',
    'column-missing': 'A column is missing',
    'required-missing': 'A required cell is empty',
    'not-a-number': 'Not a number',
    'not-whole': 'Not a whole number',
    'not-a-date': 'Not a date',
    'not-a-month': 'Not a month',
    'not-a-time': 'Not a time: write it as “2022-10-18 12:00”',
    'time-order': 'It ends before it begins: check both times',
    'warning-level': 'The level of the warning can’t be told: write yellow, orange or red',
    'not-a-boolean': 'Not yes or no',
    'not-in-list': 'Not one of the allowed values',
    'out-of-range': 'Out of range',
    'unknown-county': 'The county is not among those of the city',
    'duplicate-code': 'A code stands twice',
    'device-number-twice':
      'A device number stands twice: its readings are those of the device before. Compare them and import the list again',
    'monitor-place-unknown':
      'No source in the inventory is called so, or several are: the readings belong to no source. Write the code of the source',
    'geometry-invalid': 'The geometry is wrong',
    'ring-open':
      'The outline isn’t closed: its last position isn’t its first. Close it in the drawing program and export it again',
    'ring-crosses': 'The outline crosses itself. Mend it in the drawing program and export it again',
    'outlines-overlap': 'The outlines of two counties overlap. Check the outlines',
    'outlines-gap': 'Between counties there is ground that none of them has. Check the outlines',
    'outline-unknown': 'The table of counties has no such code (id). Mend the code, or add the county to the table',
    'outlines-none':
      'The file has no outlines of counties (polygons). Export them as polygons and choose the file again',
    'outlines-kind': 'Not a file of outlines. Choose GeoJSON, KML, KMZ or a Shapefile',
    'rivers-none': 'The file has no rivers (lines). Export their centre lines and choose the file again',
    'outlines-part': 'The Shapefile is not whole. Choose .shp, .dbf and .prj together, or zip them',
    'cell-error': 'The formula failed (such as #N/A); taken as empty',
    'absent-mark': 'Says that there is nothing (—, /): read as no data',
    'cell-repaired': 'Written unusually, put right',
    'below-detection': 'Below the detection limit, counted as the rules say',
    'text-damaged': 'Holds characters that cannot be read (�); check the original file',
    'summary-row': 'A sum, remark or example row, skipped',
    'repeated-header': 'The header once more, skipped',
    'row-too-long': 'More cells than headings',
    'code-made': 'No code; one was made',
    'credit-code-wrong': 'Check digit of the credit code is wrong (GB 32100)',
    'same-name-near': 'Another of the same name within 50 m',
    'county-filled': 'No county stated; taken from the position',
    'county-missing': 'No county and no position; counted in no county',
    'position-missing': 'No position; listed as not placed',
    'position-unreadable': 'The coordinates cannot be read',
    'position-looks-swapped': 'Longitude and latitude look swapped; the position was not taken. Check and swap them',
    'position-swapped': 'Longitude and latitude were swapped, put right',
    'position-outside': 'The position is outside the city',
    'position-in-river': 'The position is in a river (its line is good to about 1 km; check)',
    'county-disagrees': 'County and position disagree',
    'month-order': 'Months out of order',
    'value-too-large': 'The value is too large to be true',
    'value-jump': 'More than five times the month before, or less than a fifth',
    'unknown-point': 'Unknown monitoring point',
    'kept-points-unreadable':
      'The points kept with this published figure can’t be read: the figure stands, today’s points are shown beside it',
    'kept-earlier-unreadable':
      'The earlier months kept with this published figure can’t be read: the figure stands, its changes and the year so far follow today’s data',
    'kept-limits-unreadable':
      'The limits of earlier months kept with this published figure can’t be read: the figure stands, they are judged by their own or this month’s limit',
    'point-county-unknown': 'The county of this point can’t be told; choose it under “Points”',
    'point-ambiguous': 'Several counties have a point of this name; choose the county under “Points”',
    'point-moved': 'More than 100 m from where the point is known to be; the known position stays',
    'row-repeated': 'The same as an earlier row; skipped',
    'row-contradicts':
      'An earlier row has another value of this month for the point (county): the earlier row counts, this one was not imported. Check both against the records, correct or delete the wrong one and drop the file again',
    'month-outside':
      'The month lies before 1990 or has not begun, so nothing can have been measured; not imported. Check year and month; where they are right, check the date of this computer',
    'unit-row': 'A row of units; skipped',
    'month-void': 'No value, for the reason stated: taken as void, and the month of this point does not count',
    'reason-missing': 'No value, and no reason for it (not measured, cylinder stolen)',
    'weighing-incomplete': 'The weighing is not whole; complete it or give a reason',
    'weighing-differs': 'The value differs from what the weighing leads to, which stands',
    'void-with-value':
      'The remark reads like a void month, but there is a value: it counts; empty it to void the month',
    'stated-differs': 'Differs from what is computed',
    'change-unchecked':
      'Nothing is known of the year before, so the change can’t be checked; “expected” is the year before worked back from it, a remark that is not kept',
    'unknown-source': 'No source of this code or name',
    'kind-part-missing': 'The kind lacks this part and was left out. Add it and open the package again',
    'english-wrong':
      'An English word must be a text. This one is left out, and the Chinese stands on English screens; all else is used',
    'kind-part-wrong':
      'This part of the kind is not as it should be, and the kind was left out. Correct it and open the package again',
    'kind-id-taken': 'This id is taken, and the kind was left out. Choose another id',
    'kind-field-unknown':
      'There is no shared field of this name, and the kind was left out. Put it under shared, or write it out here',
    'kind-field-twice': 'The field is there twice, and the kind was left out. Remove one',
    'kind-field-name': 'The field of this meaning must have the given name, and the kind was left out. Rename it',
    'kind-field-reserved': 'Chentu has this field name for itself, and the kind was left out. Choose another name',
    'kind-meaning-missing':
      'No field has a meaning that is needed, and the kind was left out. Write it under chentu of a field',
    'kind-meaning-twice': 'Two fields mean the same, and the kind was left out. Keep one of them',
    'kind-meaning-type':
      'The type of the field is not that of its meaning, and the kind was left out. Change the type, or take the meaning away',
    'kind-measured-wrong':
      'The field is said to be measured in a way that is not known or not of its type: the inventory’s word stands. Correct measured or the type',
    'kind-survey-type':
      'The field of the surveys has another type than the kind’s field of the same name, and the kind was left out. Make them the same',
    'kind-grading-setting':
      'The settings of the package have no such limits: only surveys that state a grade have one. Compare grading.setting of kinds.json with the name of the setting',
    'kind-grading-value':
      'The field to grade by is no number of the surveys, and the kind was left out. Correct grading.value',
    'kind-grades-missing':
      'The field of the grade does not list its grades, and the kind was left out. List them under constraints.enum, best first',
    'kind-group-wrong':
      'The group is not declared as it should be and was left out; its kinds stand under Other. Correct it and open the package again',
    'kind-group-unknown':
      'No such group is declared, and the kind stands under Other. Declare it under groups, or correct group',
    'kind-grade-unknown':
      'The field of the grade does not allow this grade, and the kind was left out. Correct ladder or constraints.enum',
    'rule-field-unknown':
      'The kind has no such field for the rule to read. Correct the rule, or add the field to the kind',
    'requirement-gone': 'This requirement was changed or ended meanwhile; open it again before you change it',
    'requirement-wrong': 'A requirement is wrong and was not read; put it right in the file and import it again',
    'requirements-file-wrong': 'Not a file of exported requirements (.json); nothing was read',
    'heading-taken': 'Another column of this kind has this heading already; nothing was saved',
    'plan-changed':
      'Another plan has come into force while this one was looked through (adopted, undone or restored), and nothing was changed; give up and read it in again',
    'column-unread':
      'A table that was imported has cells in this column that the field can’t read, and nothing was saved; correct them in the table, or choose another type',
    'declaration-gone':
      'The package declares no kinds of its own (kinds.json), or no longer this one; nothing was saved',
    'rule-field-type': 'The field is not of the type that the rule reads. Correct the rule, or the type of the field',
    'rule-kind-unknown':
      'The kind that rules are about is not declared, and these rules were left out. Declare it in kinds.json',
    'basemap-invalid':
      'The base map (chentu.basemap) in datapackage.json is not as it should be: it is left out, all else is shown. Correct it and open the package again',
    'cases-part-missing':
      'What the package says of cases lacks this part; the entry that it belongs to is left out, all else is used. Add it and open the package again',
    'cases-part-wrong':
      'This part of what the package says of cases is not as it should be, or of a later version; the entry that it belongs to is left out, all else is used. Correct it, or update Chentu',
    'trucks-part-missing':
      'The settings of trucks lack this part; the entry that it belongs to is left out, all else is used. Add it and open the package again',
    'trucks-part-wrong':
      'This part of the settings of trucks is not as it should be; the entry that it belongs to is left out, all else is used. Correct it and open the package again',
    'monitoring-part-missing':
      'The settings of monitoring lack this part; the entry that it belongs to is left out, all else is used. Add it and open the package again',
    'monitoring-part-wrong':
      'This part of the settings of monitoring is not as it should be; the entry that it belongs to is left out, all else is used. Correct it and open the package again',
    'role-unknown':
      'What the table is for only a later version of Chentu knows: the file is kept, and nothing of it is shown. Update Chentu',
    'file-too-large':
      'The file is too large when unpacked. It was not imported, and your data is as it was. Split it and drop it again',
    'file-vanished':
      'The file was moved or changed while it was read. It was not imported, and your data is as it was. Look at it and drop it again',
    'reading-cancelled':
      'Reading was cancelled; the file was not imported, and the data stays as it was. Drop it again if it is needed',
    'item-waits':
      'The data has changed, and this file was read anew: it must be looked at first. No file was imported, and all of them are still here. Look at it, then try again',
    'file-is-plan':
      'This reads like a plan and not like a table: it was not imported, and no data has changed. Read it as a plan, where its clauses are checked one by one, or read only its tables as data',
    'file-empty':
      'The file is empty (0 bytes). It was not imported, and your data is as it was. Check that it is the right one, or export or copy it again and drop it once more',
    'file-kind-unknown':
      'This kind of file cannot be read. It was not imported, and your data is as it was. Save it as .xlsx or CSV in Excel or WPS',
    'file-old-word':
      'An old Word file (.doc). It was not imported, and your data is as it was. Save it as .docx in Word or WPS and drop it again',
    'plan-kind-unknown':
      'A plan can be read from .docx or .txt only. It was not read, and your data is as it was. Save it as .docx in Word or WPS',
    'plan-pdf':
      'A PDF can’t be read. Nothing was read, and your data is as it was. Use the Word file that it was made of; where there is only the PDF, turn it into .docx in WPS, check its words and drop that',
    'plan-without-text':
      'The file holds no text; most likely it is a scan or a picture. It was not read, and your data is as it was. Use the Word file that it was made of, or have its text recognised, check it and save it as .docx',
    'plan-without-clauses':
      'No numbered clause was found. Nothing was read, and your data is as it was. Check that it is the whole plan; where Word numbers by itself, turn the numbers into text first',
    'plan-other':
      'This is not the wording of the plan that is shown: its title, number, year or clauses are others. Nothing was taken, and your data is as it was. Read a new plan in under Data › Read in a plan; for the wording of this one drop its own document',
    'file-encrypted':
      'The file has a password. It was not imported, and your data is as it was. Open it in Office or WPS, remove the password, save it and drop it again',
    'no-table':
      'No table was found. The file was not imported, and your data is as it was. A table has a heading and at least one row: check it in Excel or WPS and drop it again',
    'document-without-table':
      'This Word file holds no table. It was not imported, and your data is as it was. Where it shows a picture of a table, type the figures into Excel or WPS and drop that file',
    'reader-died':
      'What reads this file stopped, most likely because the memory ran out. The file was not imported, and your data is as it was. Split the file, or save it as CSV, and drop it again',
    'reader-late':
      'Reading this file took too long and was stopped; most likely it is damaged. The file was not imported, and your data is as it was. Open it in Excel or WPS, save it as .xlsx or CSV and drop it again',
    'storage-full':
      'The browser’s storage is full: nothing was saved, the data stays as it was. Free some disk space, or remove months of readings or tracks that you no longer need on the data screen, and do it again',
    'storage-private':
      'This is a private window, in which the browser keeps no files: nothing was saved, the data stays as it was. Open this page in an ordinary window and do it again',
    'storage-denied':
      'A setting of the browser, or your office’s policy, lets this site keep nothing: nothing was saved, the data stays as it was. Allow cookies and site data for this site in the browser’s settings and open the page anew, or use another browser; where the office manages it, ask its administrator to allow this site',
    'storage-shut':
      'The browser’s storage is shut, or held by another window: nothing was saved, the data stays as it was. Close other windows of Chentu, open this page anew and do it again',
    'storage-failed': 'The browser did not save: the data stays as it was. Try again, or ask a technician',
    'changed-elsewhere':
      'Another window has changed the data: nothing was saved here, and the files still wait. Look at the change, then do it again',
    'package-file-missing':
      'This file of the data that is open can’t be read: nothing was saved, and your data is as it was. Check the network, load the page anew and retry; else ask your administrator',
    'cell-changed': 'This cell has changed since it was written over: nothing was saved. Look at it, then do it again',
    'cell-gone': 'The data no longer has this row or column: nothing was saved. Leave this change out',
    'not-in-force':
      'The data has changed since: nothing was undone, and the data stays as it is. To go back, choose among the versions',
    'version-gone': 'This version is no longer on this device; the data stays as it was. Choose another',
    'database-later':
      'What is kept on this device was written by a later version of Chentu: this one neither reads nor changes it, and shows the data as delivered. Update Chentu: close all its windows and open it again',
    'versions-unread':
      'The browser lets nobody read what is kept on this device (a private window, a setting or a policy): the data as delivered is shown, and what is kept is as it was. Use an ordinary window, and allow cookies and site data for this site in the browser’s settings',
    'worker-stopped':
      'The part that works on the data stopped before this was done; what was saved is safe. Look at the data, then try again',
    'open-failed':
      'The data could not be opened; what was saved is safe. Load the page anew, and if it fails again tell your administrator what follows',
    'step-failed': 'This was not done; what was saved is safe. Try again, and load the page anew if it fails once more',
    row: 'line {{row}}',
    kind: 'kind “{{kind}}”',
    part: '“{{part}}”',
    column: 'column “{{column}}”',
    seen: 'seen: {{seen}}',
    expected: 'expected: {{expected}}',
    became: 'read as: {{became}}',
    earlier: 'line {{row}}: {{value}}',
    refused: 'this row is left out',
  },
}

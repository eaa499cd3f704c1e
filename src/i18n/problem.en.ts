import type { problemZh } from './problem.zh-CN'

/** The same in English. */
export const problemEn: typeof problemZh = {
  problem: {
    'file-unreachable':
      'The file could not be read (it is missing, access is denied, or the server has a temporary error); your data is unchanged. Try again later; if it still fails, ask your administrator to check that the file is in its place',
    'server-unreachable':
      'The server did not answer, so this file was not read; data and records kept on this device are safe. Check the network and reload the page; if it still fails, ask your administrator whether the server is running',
    'other-origin':
      'The data package is not on this site and was not read. Put it into the site’s folder and open it again',
    'file-redirected':
      'The server redirected the request, so the file was not read. Set the server to deliver the file itself',
    'kept-copy': 'There is no network, or the folder is faulty: the data that this device stored last is shown',
    'file-changed': 'The file was replaced while it was being read, so reading stopped. Reload the page',
    'kept-readings-lost':
      'Readings of this month stored in this browser can’t be read; the browser may have cleared them. Import the files of the month again under Data, or delete the month',
    'kept-tracks-lost':
      'Truck tracks of this month stored in this browser can’t be read; the browser may have cleared them. Remove the month under Data and import its files again',
    'tracks-too-many':
      'More than 12 million positions were added at once, so this file was not read; tracks stored before are unchanged. Import fewer files at a time, or have a technician process them with npm run fold-trucks',
    'tracks-no-settings':
      'The package has no settings for evaluating truck tracks (trucks.json), so the track files were not imported; other data is unchanged. Have a technician add the settings to the package, then import the files again',
    'tracks-unreadable':
      'The file of truck tracks can’t be read; other months are unchanged. Check that the file is complete, or update Chentu and open it again',
    'readings-unreadable':
      'The file of readings cannot be read; other months are unchanged. Check that it is complete, or update Chentu and open it again',
    'file-unreadable':
      'The file is damaged, or its content does not match its type; your data is unchanged. Open it in the program that made it, save it again and retry',
    'package-later':
      'A later version of Chentu wrote this package, and this version can’t read it; the package is unchanged. Update Chentu and open it again',
    'cases-invalid':
      'The package’s settings for cases can’t be used: it was opened without them, and the file is kept as it is',
    'rule-later':
      'How this rule is checked was defined by a later version of Chentu: the file is kept as it is, and the rule is not evaluated. Update Chentu',
    'package-invalid':
      'The package’s descriptor has an error: the package was not opened, and no file was changed. Correct it and open it again, or ask whoever provided the package',
    'column-missing': 'A column is missing',
    'required-missing': 'A required cell is empty',
    'name-missing': 'The name is empty; the code stands in for it',
    'not-a-number': 'Not a number',
    'not-whole': 'Not a whole number',
    'date-without-year': 'A day without a year: choose the year of the whole column under “Year of days”',
    'date-impossible':
      'There is no such day (check year, month and day); it was not taken, and the text is kept in a column of its own',
    'day-in-future':
      'The day is after today: please check the year; it is kept as it is, and the as-of date does not follow it',
    'deadline-far':
      'The deadline is more than two years after the problem was found or inspected, or after today where neither is given: please check the year; it is kept as it is',
    'date-without-day': 'A month without a day is no date; the text is kept in a column of its own',
    'day-or-ten':
      'The year you chose was added; for example, “3.1” is read as 1 March, but in Excel it may also be 10 March (3.10): please check',
    'year-added': 'The chosen year was added; the text is kept in a column of its own',
    'not-a-date': 'Not a date',
    'not-a-month': 'Not a month',
    'not-a-time': 'Not a time: write it as “2022-10-18 12:00”',
    'time-order': 'The end is not after the start: check both times',
    'warning-level': 'The level of the warning can’t be recognised: write yellow, orange or red',
    'not-a-boolean': 'Not yes or no',
    'percentage-below': 'Less than 100 %, read as no',
    'not-in-list': 'Not one of the allowed values',
    'out-of-range': 'Out of range',
    'unknown-county': 'The county is not among those of the city',
    'duplicate-code': 'The code occurs twice',
    'device-number-twice':
      'The device number occurs twice: its readings belong to the first of the devices. Check the numbers and import the list again',
    'monitor-place-unknown':
      'The inventory has no source of this name, or several: the readings belong to no source. Write the code of the source instead',
    'geometry-invalid': 'The geometry is wrong',
    'ring-open':
      'The outline isn’t closed: its first and last positions differ. Close it in the drawing program and export it again',
    'ring-crosses': 'The outline crosses itself. Correct it in the drawing program and export it again',
    'outlines-overlap': 'The outlines of two counties overlap. Check the outlines',
    'outlines-gap': 'There is a gap between counties that belongs to none of them. Check the outlines',
    'outline-unknown':
      'The code (id) of the outline is not in the table of counties. Correct the code, or add the county to the table',
    'outlines-none':
      'The file has no outlines of counties (polygons). Export them as polygons and choose the file again',
    'outlines-kind': 'Not a file of outlines. Choose GeoJSON, KML, KMZ or a Shapefile',
    'rivers-none': 'The file has no rivers (lines). Export their centre lines and choose the file again',
    'outlines-part': 'The Shapefile is incomplete. Choose .shp, .dbf and .prj together, or zip them',
    'cell-error': 'The formula failed (such as #N/A); treated as empty',
    'digits-lost':
      'The spreadsheet wrote a long number with an exponent (such as 1.38E+10): its last digits are lost and can’t be restored. A known value stays; where none is known, the text is kept (a code is treated as missing). Set the column to text in the original, fill it in again, and import it again',
    'absent-mark': 'Marked as absent (such as — or /); read as no data',
    'cell-repaired': 'Unusual notation, corrected',
    ditto: 'Says “as above”; filled in from the row above',
    'ditto-unclear':
      'Says “as above”, but the row above has no value here, or a heading stands between them: unclear, treated as blank',
    'below-detection': 'Below the detection limit; counted by the rule for such values',
    'not-below-detection':
      'The number behind “<” is above the detection limit, so this is no value below it; it was not used. Compare with the original record and write the measured value, or “ND” or “<” with the limit if nothing was detected',
    'text-damaged': 'Contains characters that cannot be read (�); check the original file',
    'summary-row': 'A sum, remark or example row, skipped',
    'repeated-header': 'Repeated header, skipped',
    'row-too-long': 'More cells than headings',
    'code-made': 'No code; one was made',
    'uncoded-there':
      'A stored source has this name and place (or county, without a position) and got a generated code because it had none: it may be this row. Imported like this, both stay. To make them one, open this row and write the stored code, with which field records stay; or choose to remove stored rows that are not in the file',
    'credit-code-wrong': 'The check digit of the credit code is wrong (GB 32100)',
    'same-name-near': 'Another source of the same name is within 50 m',
    'county-filled': 'No county stated; taken from the position',
    'county-missing': 'No county and no position; counted in no county',
    'position-missing': 'No position; listed as not placed',
    'position-unreadable': 'The coordinates cannot be read',
    'position-looks-swapped': 'Longitude and latitude may be swapped; the position was not used. Check and swap them',
    'position-swapped': 'Longitude and latitude were swapped; corrected',
    'position-outside': 'The position is outside the city',
    'datum-unread':
      'The coordinate system cannot be read; the position was not used. Correct it and drop the file again, or place it on the map',
    'datum-missing':
      'This row states no coordinate system, and none was chosen for the table; the position was not used',
    'datum-disagrees':
      'The converted position differs from the existing one, but agrees with it in another coordinate system: one of the two is wrong, please check',
    'position-in-river': 'The position is in a river (its line is good to about 1 km; check)',
    'county-disagrees': 'County and position disagree',
    'county-unlisted':
      'The county written is not among those of the city, but the position is in the city: counted by position for now, please check both',
    'month-order': 'Months out of order',
    'month-far': 'The month is more than 5 years before the other data; the year may be wrong',
    'value-too-large': 'The value is implausibly large',
    'value-risen': 'Five times the month before, or more',
    'value-above-others': 'More than five times the median of the other values of the month',
    'value-jump': 'More than five times the month before, or less than a fifth',
    'unknown-point': 'Unknown monitoring point',
    'kept-points-unreadable':
      'The points stored with this published figure can’t be read: the figure is unchanged, and its points are shown from today’s data',
    'kept-earlier-unreadable':
      'The earlier months stored with this published figure can’t be read: the figure is unchanged, and its changes and the year so far are computed from today’s data',
    'kept-limits-unreadable':
      'The limits of earlier months stored with this published figure can’t be read: the figure is unchanged, and those months are judged by the limit they were published with or by this month’s limit',
    'point-county-unknown': 'The county of this point can’t be determined; choose it under “Points”',
    'point-ambiguous': 'Several counties have a point of this name; choose the county under “Points”',
    'point-moved': 'More than 100 m from the known position of the point; the known position is kept',
    'row-repeated': 'The same as an earlier row; skipped',
    'row-contradicts':
      'An earlier row has another value for the same point (county) and month: the earlier row counts, and this one was not imported. Check both against the records, correct or delete the wrong one and drop the file again',
    'code-contradicts':
      'The code occurs twice, and the rows differ as listed: the earlier row was taken, this one was not imported. Check the records, correct the code or delete the wrong row, and drop the file again',
    'month-outside':
      'The month is before 1990 or has not begun, so nothing can have been measured; not imported. Check year and month; if they are right, check the date of this computer',
    'fixed-rows-alone':
      'These corrected rows belong to a file that is not waiting for import, so nothing was imported: alone they lack its title with unit and month. Drop that file again first, then this one',
    'fixed-rows-unclear':
      'It is unclear to which table these corrected rows belong: the file has several that wait for import, or another file has its name, or its headings are different now. Nothing was imported. Keep only the right file in the list, or export the rows again',
    'unit-row': 'A row of units; skipped',
    'month-row': 'A heading with a month; skipped. Rows below it without a month are of this one',
    'section-row': 'A heading of a part of the list, not a source; skipped',
    'unit-converted': 'The unit is not t/(km²·month); the value was converted',
    'unit-daily': 'The unit is per day; the value was multiplied by 30 days to t/(km²·30d). Check it',
    'unit-weighed': 'The unit of the dustfall is unknown, so it was not used; the row is taken by its weighing',
    'unit-unknown':
      'The unit of the dustfall is unknown; the row was not imported. Check the unit column, the heading and the title; write one of the units listed, with the values in it',
    'month-void': 'No value, with a reason: treated as void, and not counted in the month',
    'value-unread':
      'The number can’t be read and was not imported; a stored value stays. Compare with the original record, write a number and drop the file again',
    'value-empty': 'Empty cell without a value, skipped; a stored value stays',
    'old-value-stays':
      'A dash does not remove a stored value, which still counts. To void it, write the reason in the cell and drop the file again',
    'published-stays':
      'A dash or “not measured” does not remove a published figure, which still counts. If that is wrong, write the corrected figure and drop the file again',
    'reason-missing': 'No value, and no reason given (such as not measured, or cylinder stolen)',
    'weighing-incomplete': 'The weighing is incomplete, so nothing can be computed; complete it or give a reason',
    'weighing-differs': 'The stated value differs from the one computed from the weighing, which is used',
    'void-with-value':
      'The remark suggests that the month is void, but there is a value, which is counted; clear the value to void the month',
    'stated-differs': 'The stated value differs from the computed one',
    'change-by-table':
      'The stated change on the year differs from the table’s own figures of this month and of last year (the same month of last year is not in the data, so the table’s figure was used)',
    'last-year-compared':
      'The same month of last year is not in the data: the table’s figure of last year is only used to check its change on the year. It is not stored, and the ranking does not show the change because of it. To show the change, import the dustfall table of the same month of last year',
    'change-unchecked':
      'There is no value of a year before, so the change can’t be checked; “expected” is the value of a year before calculated back from the change, for information only and not saved',
    'unknown-source': 'No source has this code or name',
    'kind-part-missing': 'This part of the kind is missing; this kind was not used. Add it and open the package again',
    'english-wrong':
      'An English translation must be a text. This one is ignored, and English screens show the Chinese; everything else is used',
    'kind-part-wrong':
      'This part of the kind is invalid; this kind was not used. Correct it and open the package again',
    'kind-id-taken': 'This id is already used; this kind was not used. Choose another id',
    'kind-field-unknown':
      'There is no shared field of this name; this kind was not used. Define it under shared, or in full here',
    'kind-field-twice': 'The field occurs twice; this kind was not used. Remove one of the two',
    'kind-field-name':
      'A field of this meaning must have the prescribed name; this kind was not used. Rename the field',
    'kind-field-reserved': 'This field name is reserved by Chentu; this kind was not used. Choose another name',
    'kind-meaning-missing':
      'No field has this required meaning; this kind was not used. State the meaning under chentu of a field',
    'kind-meaning-twice':
      'Two fields have the same meaning; this kind was not used. Keep the meaning in only one of them',
    'kind-meaning-type':
      'The type of the field does not fit its meaning; this kind was not used. Change the type, or remove the meaning',
    'kind-measured-wrong':
      'How readings decide about this field is stated wrongly, or does not fit its type: the value in the inventory is used. Correct measured or the type',
    'kind-survey-type':
      'The field of the survey and the kind’s field of the same name have different types; this kind was not used. Give both the same type',
    'kind-grading-setting':
      'The package’s settings have no such limits for grades: only surveys that state a grade have one. Check that grading.setting in kinds.json is the name of a setting',
    'kind-grading-value':
      'The field from which grades are computed is not in the surveys, or is not a number; this kind was not used. Correct grading.value',
    'kind-grades-missing':
      'The field of the grade does not list its grades; this kind was not used. List them under constraints.enum, best first',
    'kind-group-wrong':
      'The declaration of this group is invalid; the group was not used, and its kinds are listed under Other. Correct it and open the package again',
    'kind-group-unknown':
      'This group is not declared; the kind is listed under Other. Declare the group under groups, or correct group',
    'kind-grade-unknown':
      'This grade is not among the values of the grade field; this kind was not used. Correct ladder or constraints.enum',
    'rule-field-unknown':
      'The rule reads a field that its kind does not have. Correct the rule, or add the field to the kind',
    'requirement-gone': 'This requirement has been changed or ended in the meantime; open it again before you edit it',
    'requirement-wrong': 'A requirement is invalid and was not read; correct it in the file and import the file again',
    'requirements-file-wrong': 'Not a file of exported requirements (.json); nothing was read',
    'heading-taken': 'Another field of this kind already has this heading; nothing was saved',
    'plan-changed':
      'While you were reviewing this plan, another one came into force (adopted, undone or restored), so this one did not; discard it and read it in again',
    'column-unread':
      'An imported table has values in this column that do not fit the type of the field; nothing was saved. Correct them in the table, or choose another type',
    'declaration-gone':
      'The package has no declaration of kinds of its own (kinds.json), or it no longer includes this kind; nothing was saved',
    'rule-field-type': 'The rule reads a field of the wrong type. Correct the rule, or the type of the field',
    'rule-kind-unknown':
      'The kind of these rules is not declared; the rules were not used. Declare the kind in kinds.json',
    'basemap-invalid':
      'The base map (chentu.basemap) in datapackage.json is invalid: it is not shown, everything else is. Correct it and open the package again',
    'cases-part-missing':
      'The settings for cases lack this part; the entry that it belongs to is ignored, everything else is used. Add it and open the package again',
    'cases-part-wrong':
      'This part of the settings for cases is invalid, or was written by a later version of Chentu; the entry that it belongs to is ignored, everything else is used. Correct it, or update Chentu',
    'trucks-part-missing':
      'The settings for trucks lack this part; the entry that it belongs to is ignored, everything else is used. Add it and open the package again',
    'trucks-part-wrong':
      'This part of the settings for trucks is invalid; the entry that it belongs to is ignored, everything else is used. Correct it and open the package again',
    'monitoring-part-missing':
      'The monitoring settings lack this part; the entry that it belongs to is ignored, everything else is used. Add it and open the package again',
    'monitoring-part-wrong':
      'This part of the monitoring settings is invalid; the entry that it belongs to is ignored, everything else is used. Correct it and open the package again',
    'role-unknown':
      'The purpose of this table was defined by a later version of Chentu: the file is kept as it is, and its content is not shown. Update Chentu',
    'file-too-large':
      'The file is too large when unpacked. It was not imported, and your data is unchanged. Split it and drop the parts again',
    'file-vanished':
      'The file was moved or changed while it was being read. It was not imported, and your data is unchanged. Check it and drop it again',
    'reading-cancelled':
      'Reading was cancelled; the file was not imported, and your data is unchanged. Drop it again if you need it',
    'item-waits':
      'The data has changed, and this file was read again, so it must be checked first. No file was imported, and all of them are still here. Check it, then try again',
    'file-is-plan':
      'This looks like a plan rather than a table: it was not imported, and your data is unchanged. Read it in as a plan, whose clauses you then check one by one, or import only its tables as data',
    'file-empty':
      'The file is empty (0 bytes). It was not imported, and your data is unchanged. Check that it is the right one, or export or copy it again and drop it once more',
    'file-kind-unknown':
      'Files of this type are not supported. It was not imported, and your data is unchanged. Save it as .xlsx or CSV in Excel or WPS',
    'file-field-bundle':
      'This is a bundle of field records, not a table. It was not imported, and your data is unchanged. Choose it by “Choose bundles” under “Records of the field team” on this page: there it is verified, and a receipt is given',
    'file-old-word':
      'This is an old Word file (.doc). It was not imported, and your data is unchanged. Save it as .docx in Word or WPS and drop it again',
    'plan-kind-unknown':
      'A plan can be read from .docx or .txt only. It was not read, and your data is unchanged. Save it as .docx in Word or WPS',
    'plan-pdf':
      'A PDF can’t be read. Nothing was read, and your data is unchanged. Use the Word file that the PDF was made from; if there is only the PDF, convert it to .docx in WPS, check the text and drop that',
    'plan-without-text':
      'The file contains no text; it is probably a scan or a picture. It was not read, and your data is unchanged. Use the Word file that it was made from, or run text recognition, check the text and save it as .docx',
    'plan-without-clauses':
      'No numbered clause was found. Nothing was read, and your data is unchanged. Check that it is the full text of the plan; if Word numbers the clauses automatically, convert the numbers to text first',
    'plan-other':
      'This is not the text of the plan that is shown: its title, number, year or clauses differ. Nothing was read, and your data is unchanged. Read in a new plan under Data › Read in a plan; for the text of this plan, drop its own document',
    'file-encrypted':
      'The file has a password. It was not imported, and your data is unchanged. Open it in Office or WPS, remove the password, save it and drop it again',
    'no-table':
      'No table was found. The file was not imported, and your data is unchanged. A table needs a header and at least one row: check it in Excel or WPS and drop it again',
    'document-without-table':
      'This Word file contains no table. It was not imported, and your data is unchanged. If it shows a picture of a table, type the figures into Excel or WPS and drop that file',
    'reader-died':
      'Reading this file stopped, probably because memory ran out. The file was not imported, and your data is unchanged. Split the file, or save it as CSV, and drop it again',
    'reader-late':
      'Reading this file took too long and was stopped; the file is probably damaged. It was not imported, and your data is unchanged. Open it in Excel or WPS, save it as .xlsx or CSV and drop it again',
    'storage-full':
      'The browser’s storage is full: nothing was saved, and your data is unchanged. Free some disk space, or remove months of readings or tracks that you no longer need under Data, and try again',
    'storage-private':
      'This is a private window, in which the browser stores no files: nothing was saved, and your data is unchanged. Open this page in an ordinary window and try again',
    'storage-denied':
      'The browser’s settings or your office’s policy do not allow this site to store data: nothing was saved, and your data is unchanged. Allow cookies and site data for this site in the browser’s settings and reload the page, or use another browser; if your office manages the browser, ask its administrator to allow this site',
    'storage-shut':
      'The browser’s storage is closed, or in use by another window: nothing was saved, and your data is unchanged. Close other windows of Chentu, reload this page and try again',
    'storage-failed':
      'The browser did not save: your data is unchanged. Try again; if it still fails, ask a technician',
    'changed-elsewhere':
      'Another window has changed the data: nothing was saved here, and the files are still waiting. Look at the change, then try again',
    'package-file-missing':
      'This file of the current data can’t be read: nothing was saved, and your data is unchanged. Check the network, reload the page and retry; if it still fails, ask your administrator',
    'cell-changed':
      'This cell has changed since you edited it: nothing was saved. Check its current value, then edit it again',
    'cell-gone': 'The data no longer has this row or column: nothing was saved. Discard this change',
    'not-in-force':
      'The data has changed since then: nothing was undone, and the data is unchanged. To go back, choose among the versions',
    'version-gone': 'This version is no longer on this device; the data is unchanged. Choose another version',
    'database-later':
      'The data stored on this device was written by a later version of Chentu: this version neither reads nor changes it, and shows the data supplied with the app. Update Chentu: close all its windows and open it again',
    'versions-unread':
      'The browser does not allow the data stored on this device to be read (a private window, a setting or a policy): the data supplied with the app is shown, and the stored data is unchanged. Use an ordinary window, and allow cookies and site data for this site in the browser’s settings',
    'worker-stopped':
      'The part of Chentu that processes the data stopped before this was done; what was saved is safe. Check the data, then try again',
    'open-failed':
      'The data could not be opened; what was saved is safe. Reload the page; if it fails again, tell your administrator the details below',
    'step-failed': 'This was not done; what was saved is safe. Try again; if it still fails, reload the page',
    row: 'line {{row}}',
    table: 'table “{{title}}”, from: {{source}}',
    kind: 'kind “{{kind}}”',
    part: '“{{part}}”',
    column: 'column “{{column}}”',
    seen: 'seen: {{seen}}',
    expected: 'expected: {{expected}}',
    example: 'written as: {{expected}}',
    became: 'read as: {{became}}',
    lastMonth: 'month before {{expected}}',
    usual: 'median of the others {{expected}}',
    otherMonths: 'the other data begins with {{expected}}',
    originalFile: 'original file: {{expected}}',
    stored: 'stored: {{expected}}',
    perhaps: 'perhaps {{expected}}? Correct it and drop the file again',
    agreesBy: 'agrees with the existing position if converted from {{expected}}',
    convertedBy: 'converted by {{expected}}',
    countedAs: 'counted as {{became}}',
    earlier: 'line {{row}}: {{value}}',
    refused: 'this row is left out',
  },
}

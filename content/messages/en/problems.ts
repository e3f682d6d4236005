import type { problems as source } from '#content/messages/ru/problems.ts'
import type { Widen } from '#content/messages/widen.ts'
import { activationProblems } from './activation-problems.ts'
import { applicationProblems } from './application-problems.ts'
import { candidateProblems } from './candidate-problems.ts'
import { conclusionProblems } from './conclusion-problems.ts'
import { conflictProblems } from './conflict-problems.ts'
import { contestProblems } from './contest-problems.ts'
import { directionProblems } from './direction-problems.ts'
import { documentProblems } from './document-problems.ts'
import { eventProblems } from './event-problems.ts'
import { intakeProblems } from './intake-problems.ts'
import { objectProblems } from './object-problems.ts'
import { orderProblems } from './order-problems.ts'
import { organisationProblems } from './organisation-problems.ts'
import { inviteProblems } from './panel-invites.ts'
import { practiceProblems } from './practice-problems.ts'
import { questionnaireProblems } from './questionnaire-problems.ts'
import { selectionProblems } from './selection-problems.ts'
import { sheetProblems } from './sheet-problems.ts'
import { ssoProblems } from './sso-problems.ts'
import { versionProblems } from './version-problems.ts'

type Facts = Readonly<Record<string, string | number>>

export const problems: Widen<typeof source> = {
  'not-found': 'There is no such page, or you may not see it.',
  forbidden: 'You may not do this.',
  'signed-out': 'Sign in to continue.',
  conflict: 'Someone has already done this. Reload the page and check.',
  stale: 'The data changed while you were filling in the form. Check the new state and send again.',
  'too-many': 'Too many attempts in a row. Wait a little and try again.',
  invalid: 'Check the marked fields.',
  gone: 'This record has been withdrawn from publication.',
  failed: 'Something went wrong on the server. We recorded it and will look into it.',
  required: 'Fill in this field.',
  'too-long': 'Too long, please shorten it.',
  email: 'This does not look like an e-mail address. Example: anna@school.example.',
  name: 'A name may hold only letters, hyphens, dots and apostrophes.',
  day: 'Give a date.',
  phone: 'This does not look like a phone number. Example: +7 351 000-00-00.',
  'password-short': 'The password has fewer than 12 characters. A phrase of several words is the easiest.',
  'password-simple': 'This password is easy to guess. Take a phrase of several words.',
  'consent-needed': 'An account cannot be made without consent to processing.',
  'wrong-credentials':
    'The e-mail, number or password does not match. Check the keyboard layout and try again.',
  'not-your-password':
    'This is not the password of the sign-up. Forgotten, or it was not you who signed up? Set a new one: “Forgot your password?” below.',
  'wrong-password': 'This is not your present password.',
  'wrong-code':
    'This code does not fit. Wait for the next one in the app and check that the clock of the phone is right.',
  'step-dead': 'Time is up. Please begin again.',
  'factor-offer-dead': 'This key does not work any more. Please begin again.',
  'factor-needed': 'Your role requires a second step of signing in. Set it up to go on.',
  'factor-obliged': 'Your role requires a second step: it cannot be removed.',
  'own-factor':
    'You cannot remove your own second step this way. Renew it in the cabinet or ask another administrator.',
  'no-factor': 'This person has no second step.',
  'token-dead': 'The link has been used or is too old. Ask for a new one.',
  'already-confirmed': 'The e-mail is already confirmed.',
  'term-order': 'The last day is before the first.',
  'term-past': 'The term is over already. Name a day from today on.',
  'own-grant': 'Nobody can give a role to oneself.',
  'region-grant': 'A role over the whole region is given by an administrator.',
  'grant-exists': 'The person already has this role here on these days.',
  'role-unknown': 'There is no such role.',
  'scope-kind': 'This role cannot be given for such a place. Choose another.',
  'scope-unknown': 'There is no such place. Choose from the suggestions.',
  'own-deputy': 'Nobody can stand in for oneself.',
  'deputy-no-user': 'Nobody who can sign in has this e-mail or number.',
  'deputy-exists': 'This person already stands in for you on these days.',
  'own-account': 'You can close your own account on the page “Consents”.',
  'too-large': 'The file is larger than allowed.',
  'file-type': 'Such files are not accepted. PDF, DOCX, XLSX, text, PNG and JPEG are.',
  'file-empty': 'The file is empty.',
  'reason-needed': 'Write why you need this: a record of it stays in the log.',
  'archive-broken':
    'The file is damaged and cannot be unpacked. Save it in Word once more and send it again.',
  'archive-bomb': 'Unpacked, the file is too large.',
  'file-gone': 'This file is no longer here. Choose it again.',
  'file-unreadable': 'The file cannot be opened: check the path and the right to read it.',
  'import-type': 'This kind of file is not taken. DOCX, Markdown, HTML and plain text are.',
  'import-save-as-docx': ({ found }: Facts) =>
    `A ${found ?? ''} file cannot be read without losses. Open it in Word or LibreOffice and save it as DOCX.`,
  'import-extension': ({ extension, found }: Facts) =>
    `The file is called “${extension ?? ''}”, but holds ${found ?? 'another format'}. Save the document as DOCX and send it again.`,
  'import-broken':
    'The file is damaged and could not be read. Open it in Word, save it as DOCX again and send it once more.',
  'import-encrypted': 'The file is protected by a password. Remove the protection in Word and send it again.',
  'import-macros': 'The file holds macros. Save it as a plain DOCX without macros.',
  'import-external': ({ part }: Facts) =>
    `The document loads a part from another file${part ? ` (${part})` : ''}. Put pictures and tables into the document itself, detach the template and save again.`,
  'import-bomb': 'Unpacked, the file is too large, or built so that it cannot be read.',
  'import-failed':
    'The file is built in an unusual way and could not be read. Open it in Word and save it as DOCX again.',
  'import-too-long': ({ seconds }: Facts) =>
    `The file could not be read within ${seconds ?? ''} s. Divide the document or simplify its tables.`,
  'import-memory': 'The file is too complex: there was not enough memory to read it. Divide the document.',
  'tracked-changes': ({ inserted, deleted, moved, formatted, count }: Facts) =>
    `The file has changes that nobody accepted or rejected: ${count ?? ''} (insertions ${inserted ?? 0}, deletions ${deleted ?? 0}, moves ${moved ?? 0}, changes of format ${formatted ?? 0}). Choose: accept, reject or take as suggestions.`,
  'template-unknown': 'There is no such template.',
  'template-active': ({ part }: { part?: string | number }) =>
    `The file has a macro, an embedded object or a field that loads foreign content (${part ?? ''}). Remove it and save a plain DOCX.`,
  'template-external': ({ part }: { part?: string | number }) =>
    `The document loads a part from elsewhere: ${part ?? ''}. Put the picture into the document and detach the outside template.`,
  'template-broken': ({ where }: { where?: string | number }) =>
    `The braces do not match${where ? `: check ${where}` : ''}. Each {#word} needs its {/word}.`,
  'template-expression': ({ word }: { word?: string | number }) =>
    `Only a word may stand in braces: letters, digits, underscore. Mend {${word ?? ''}}.`,
  'template-words': ({ words }: { words?: string | number }) =>
    `This paper has no such words: ${words ?? ''}. The full list is on this page.`,
  'paper-issued': 'The paper is issued and cannot be edited. If it has a mistake, write a new one.',
  'paper-incomplete': ({ titles }: { titles?: string | number }) =>
    `To issue it, these are missing: ${titles ?? ''}.`,
  'paper-none': 'Tick at least one paper.',
  'paper-many': ({ most }: { most?: string | number }) =>
    `At most ${most ?? ''} papers can be taken at once.`,
  'merge-different':
    'The ticked papers have different styles and would spoil each other in one file. Choose papers of one kind, or take a ZIP.',
  'panel-cancelled': 'The panel was cancelled.',
  'panel-convened': 'Sheets are open, the panel does not change any more.',
  'panel-invited': 'Invitations were sent, a new choice is not possible.',
  'panel-not-selected': 'Choose the members first.',
  'panel-not-convened': 'The sheets are not open yet.',
  'panel-incomplete': 'Not all members have accepted yet.',
  'panel-no-chair': 'Name the chair first.',
  'panel-size': ({ least, most }: Facts) => `A panel has from ${least} to ${most} members.`,
  'panel-reserve': ({ most }: Facts) => `The reserve has at most ${most} people.`,
  'conclusion-issued': 'The conclusion was already issued.',
  'sheets-not-in': 'Sheets open when the last one is sent.',
  'not-chair': 'The chair of the panel does this.',
  'sheet-sent': 'The sheet was sent and cannot be changed.',
  'response-sent': 'The answers were sent and cannot be changed.',
  'invitation-answered': 'This invitation is already answered.',
  'invitation-late': 'The term is over, the seat went to the reserve.',
  'no-conflict-required': 'Without the declaration of no conflict of interest you cannot accept.',
  'nobody-to-invite': 'All members are invited already.',
  'seat-not-eligible': ({ rank }: Facts) => `The expert of seat ${rank} is no longer eligible. Choose again.`,
  'chair-not-accepted': 'Only a member who accepted can be the chair.',
  'questionnaire-unknown': 'There is no such form of sheet.',
  'question-unknown': 'The form has no such question. Reload the page.',
  'answer-invalid': 'This is not an answer to the question.',
  'answer-required': ({ question }: Facts) => `Please answer: ${question}.`,
  'answer-reason-required': ({ question }: Facts) => `Please give a reason: ${question}.`,
  'not-applicable-refused': 'This question must be answered.',
  'draft-unpublished': 'The draft has no published version yet.',
  'directions-required': 'Choose at least one direction.',
  'out-of-range': 'The number is out of range.',
  'lot-not-announced': 'No lot is announced, or it was drawn already.',
  'chosen-twice': 'One person is chosen twice.',
  'not-eligible': ({ number }: Facts) =>
    `Expert no. ${number} cannot be chosen: no status in these directions, or a conflict of interest.`,
  ...conflictProblems,
  ...inviteProblems,
  ...selectionProblems,
  ...sheetProblems,
  // moderation
  'own-text': 'Somebody else judges your own words.',
  'appeal-another': 'Another moderator hears this appeal: the decision was yours.',
  'newcomer-wait': ({ n }) =>
    `A moderator is still checking your first texts (${n} of them). You can go on as soon as one is let through.`,
  appealed: 'The moderator has already been asked. The answer will come to your inbox.',
  // reviews
  'discussion-not-open': 'The discussion has not begun yet.',
  'discussion-closed': 'Remarks and proposals are no longer taken.',
  'summary-published': 'The summary is published and the discussion is closed.',
  'summary-unpublished': 'The summary is not published yet.',
  'signed-day': 'The day of signing is not before the publication and not ahead.',
  'summary-unanswered': 'Some remarks have no decision. Answer them, or say why there is no answer.',
  'own-remark': 'You cannot support your own remark.',
  'remark-withdrawn': 'The author has withdrawn this remark.',
  'remark-covered': 'A moderator hid these words, they cannot be changed. You may appeal.',
  'remark-decided': 'There is a decision on this remark, its words cannot be changed.',
  'remark-answered':
    'Somebody has answered this remark, its words cannot be changed. You may withdraw it and leave another.',
  'recommendation-missing': 'No executor has recommended an answer to this remark yet.',
  'decisions-unconfirmed': ({ n }) => `The signatory has not confirmed all decisions: ${n} wait.`,
  'executor-unknown': 'This person prepares no answers of your organisation.',
  'not-assigned': 'This remark was given to somebody else.',
  'remarks-none': 'Choose at least one remark.',
  'group-small': 'A common answer needs at least two remarks.',
  'decision-kind': 'This decision does not suit this kind of remark.',
  'passage-not-found':
    'There is no such place in this version. Open the text again and choose the place once more.',
  'passage-empty': 'Choose at least one word.',
  'passage-too-long': 'Too much text is chosen. Divide the remark into several.',
  'replacement-kind': 'Only a proposal may carry its own wording.',
  'replacement-one-block': 'A new wording is given to one paragraph. Choose a place inside it.',
  'replacement-same': 'The proposed words are those of the text.',
  'not-your-organisation': 'Only whom its head has named writes on behalf of an organisation.',
  'position-exists': 'The position of this organisation in this stage exists. Add a remark to it.',
  'files-many': ({ most }) => `No more than ${most} files go with a remark.`,
  'document-invalid': 'The text could not be read. Paste it again, or use Markdown.',
  'document-too-long': 'The text is too large. Divide the document into parts.',
  'document-empty': 'There is not a single word in the text.',
  'draft-published': 'A published draft cannot be deleted, it can be withdrawn with an explanation.',
  'discard-expired': 'The days in which the draft could be restored are over.',
  'version-published': 'This version is published and no longer changes. Begin the next one.',
  'stages-empty': 'At least one stage is needed.',
  'stages-overlap': 'Stages overlap. The next one begins after the last day of the one before.',
  'stage-began': 'The stage has begun, its first day cannot be changed.',
  'stage-over': 'The stage is over.',
  'stage-of-others':
    'In this stage not everyone leaves remarks. The course of the discussion says who takes part.',
  'discussion-paused': 'The discussion is paused. When it is resumed, the term goes on from the same place.',
  'discussion-cancelled': 'The discussion was called off, remarks are no longer taken.',
  'discussion-runs': 'The discussion is not paused.',
  'discussion-spoken': 'The cancelled discussion already has remarks. Bring the document in as a new draft.',
  'prolong-later': 'The new last day must be later than the old one.',
  'ground-needed': ({ days }: Facts) =>
    `The order of the discussion allows at most ${days} days. To prolong further, name the document that orders it.`,
  'erratum-words': 'The paragraph has no such words. Copy them from the text exactly.',
  'erratum-place': 'These words stand in several places. Choose one.',
  'erratum-many': 'These words stand in the paragraph more than once. Take more words around them.',
  'erratum-same': 'The words do not differ.',
  'erratum-large': ({ characters }: Facts) =>
    `More than ${characters} characters in a row change: this is no misprint. Prepare a new version.`,
  'erratum-meaning': ({ word }: Facts) =>
    `The word “${word}” appears or disappears, and it changes the meaning. Prepare a new version.`,
  'erratum-overlaps': 'An error in these words has been put right already.',
  'request-state': 'The request has already moved on. Reload the page.',
  'letter-ahead': 'The date of the letter is still ahead.',
  'plan-past': 'This month is over.',
  'no-calendar': ({ year }: Facts) =>
    `The site has no calendar of working days for ${year} yet, so the term cannot be counted. Choose an earlier day.`,
  'term-short': ({ days, stage }: Facts) =>
    `The stage “${stage}” is shorter than the order of the discussion allows: at least ${days} days.`,
  'term-long': ({ days, stage }: Facts) =>
    `The stage “${stage}” is longer than the order of the discussion allows: at most ${days} days.`,
  'not-demo': 'This instance has no demonstration data to reload.',
  'not-sure': 'Tick the box: the data will be deleted.',
  ...questionnaireProblems,
  ...documentProblems,
  ...intakeProblems,
  ...ssoProblems,
  ...applicationProblems,
  ...activationProblems,
  ...candidateProblems,
  ...contestProblems,
  ...eventProblems,
  ...practiceProblems,
  ...conclusionProblems,
  ...directionProblems,
  ...objectProblems,
  ...orderProblems,
  ...organisationProblems,
  ...versionProblems,
}

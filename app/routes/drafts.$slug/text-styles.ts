/** The style sheets of everything in the still text: browsers load no component that would bring them. */

import disclosure from '#app/ui/disclosure.module.css'
import hidden from '#app/ui/hidden.module.css'
import icon from '#app/ui/icon.module.css'
import card from '#app/ui/note-card.module.css'
import tag from '#app/ui/tag.module.css'
import tone from '#app/ui/tone.module.css'
import text from './draft-text.module.css'
import errata from './errata.module.css'
import gone from './gone.module.css'
import note from './note.module.css'
import notes from './notes.module.css'

/** A style sheet that nobody names would be left out of the page; a unit test keeps this list whole. */
export const textStyles = [text, notes, note, gone, errata, card, tag, tone, disclosure, hidden, icon]

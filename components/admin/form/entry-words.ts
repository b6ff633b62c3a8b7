import { say } from '@/lib/contract/words/catalogue'

/** The words of the form of an entry: an island carries no catalogue. */
export function entryWords() {
  return {
    save: say('forms.act.save'),
    typing: say('forms.autosave.typing'),
    saving: say('forms.autosave.saving'),
    saved: say.raw('forms.autosave.saved') as string,
    refused: {
      title: say('forms.kept.title'),
      lead: say('forms.kept.lead'),
      submit: say('forms.act.again'),
      typed: say('forms.kept.typed'),
    },
    notSaved: say.raw('forms.autosave.refused') as string,
    away: say('forms.autosave.away'),
    large: say('forms.autosave.large'),
    signedOut: {
      title: say('forms.signIn.title'),
      lead: say('forms.signIn.lead'),
      submit: say('forms.act.signIn'),
    },
    moved: {
      title: say('forms.moved.title'),
      lead: say('forms.moved.lead'),
      submit: say('forms.act.choose'),
      theirs: say('forms.moved.theirs'),
      yours: say('forms.moved.yours'),
    },
  }
}

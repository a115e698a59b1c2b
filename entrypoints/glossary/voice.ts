/** A voice of the device's own. One that a server speaks with would be told what is being read. */

/**
 * @returns what says a word, or nothing where there is no such voice. Browsers name their voices late: ask when a word is
 * about to be shown, and again at `voiceschanged`.
 */
export function ownVoice(): ((word: string) => void) | undefined {
  const voice = speechSynthesis.getVoices().find(({ localService, lang }) => localService && lang.startsWith('en'));
  if (!voice) return undefined;
  return (word) => {
    const speech = new SpeechSynthesisUtterance(word);
    speech.voice = voice;
    speech.lang = voice.lang;
    speechSynthesis.cancel();
    speechSynthesis.speak(speech);
  };
}

/** Says words aloud with a voice of the device. Voices of a service are left alone: they would send the words away. */

/** @returns an English voice that speaks on this device; nothing where there is none, or while the list is still empty. */
export function localVoice(): SpeechSynthesisVoice | undefined {
  return globalThis.speechSynthesis?.getVoices().find((voice) => voice.localService && /^en\b/.test(voice.lang));
}

/** Calls back when the device's voices are known, which some browsers find out only when asked. Ends with `signal`. */
export function whenVoicesChange(changed: () => void, signal: AbortSignal): void {
  globalThis.speechSynthesis?.addEventListener('voiceschanged', changed, { signal });
}

/** Says `text` after whatever the page itself is saying. */
export function speak(text: string): void {
  const voice = localVoice();
  if (!voice) return;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.voice = voice;
  utterance.lang = voice.lang;
  utterance.rate = 0.9;
  speechSynthesis.speak(utterance);
}

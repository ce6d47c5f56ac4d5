
// Unpacks the lesson and begins it. What runs and what dresses the page must have the hash that the policy names.
(async () => {
  const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;,=>?@^_`{|}~";
  const values = new Map(Array.from(digits, (digit, value) => [digit, value]));

  // Five digits to the base of 85 are four bytes; the last group may be shorter (as Python's b85encode has it).
  const bytesOf = (text) => {
    const missing = (5 - (text.length % 5)) % 5;
    const whole = text + "~".repeat(missing);
    const view = new DataView(new ArrayBuffer((whole.length / 5) * 4));
    for (let at = 0; at < whole.length; at += 5) {
      let number = 0;
      for (let next = at; next < at + 5; next += 1) number = number * 85 + values.get(whole[next]);
      view.setUint32((at / 5) * 4, number);
    }
    return new Uint8Array(view.buffer, 0, view.byteLength - missing);
  };
  const unpacked = async (id) => {
    const bytes = bytesOf(document.getElementById(id).textContent);
    const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(plain).text();
  };
  const [style, code, story] = await Promise.all(["style", "code", "story"].map(unpacked));
  const added = (tag, text) => document.head.append(Object.assign(document.createElement(tag), { textContent: text }));
  added("style", style);
  added("script", code);
  teach(JSON.parse(story), document.getElementById("lesson"));
})();

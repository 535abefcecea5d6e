// The right editor for each field of a claim. Each gives a value that can be sent, or undefined while it cannot.

import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { label } from "../ui/labels";
import { coordinates, wholeNumber, type CountValue, type PlaceValue, type TimeValue, type Value } from "./values";
import { CHOICES, EMPTY_ALLOWED, PRECISIONS } from "./vocabulary";

interface EditorProps<V> {
  value: V | null;
  onValue: (value: V | null | undefined) => void;
}

type Input = JSX.TargetedEvent<HTMLInputElement | HTMLSelectElement>;
const textOf = (event: Input) => event.currentTarget.value;

function NumberField({ name, text, onText }: { name: string; text: string; onText: (text: string) => void }) {
  return (
    <label class="field">
      <span>{name}</span>
      <input inputMode="numeric" autocomplete="off" value={text} placeholder="open" onInput={(event) => onText(textOf(event))} />
    </label>
  );
}

function CountEditor({ value, onValue }: EditorProps<CountValue>) {
  const [min, setMin] = useState(value?.min?.toString() ?? "");
  const [max, setMax] = useState(value?.max?.toString() ?? "");
  function change(low: string, high: string) {
    setMin(low);
    setMax(high);
    const [from, to] = [wholeNumber(low), wholeNumber(high)];
    onValue(from === undefined || to === undefined ? undefined : { min: from, max: to });
  }
  return (
    <div class="review-row">
      <NumberField name="At least" text={min} onText={(text) => change(text, max)} />
      <NumberField name="At most" text={max} onText={(text) => change(min, text)} />
      <button type="button" class="button button--quiet button--small" onClick={() => change(min, min)}>exactly this many</button>
    </div>
  );
}

const NOWHERE: PlaceValue = { name: "", country: null, latitude: null, longitude: null, precision: 1 };

function PlaceEditor({ value, onValue, known }: EditorProps<PlaceValue> & { known: PlaceValue[] }) {
  const [place, setPlace] = useState(value ?? NOWHERE);
  const [point, setPoint] = useState(pointText(value));
  function change(part: Partial<PlaceValue>) {
    const next = { ...place, ...part };
    setPlace(next);
    onValue(next.name.trim() ? next : undefined);
  }
  function take(name: string) {
    const found = known.find((one) => one.name === name);
    if (found) setPoint(pointText(found));
    change(found ?? { name });
  }
  function locate(text: string) {
    setPoint(text);
    const found = coordinates(text);
    if (found) change({ latitude: found[0], longitude: found[1] });
    else if (text.trim()) onValue(undefined);
    else change({ latitude: null, longitude: null });
  }
  return (
    <div class="review-row">
      <label class="field review-wide">
        <span>Name</span>
        <input list="review-places" autocomplete="off" value={place.name} onInput={(event) => take(textOf(event))} />
        <datalist id="review-places">{known.map((one) => <option key={one.name} value={one.name} />)}</datalist>
      </label>
      <label class="field review-short">
        <span>Country</span>
        <input maxLength={2} autocomplete="off" placeholder="SD" value={place.country ?? ""}
          onInput={(event) => change({ country: textOf(event).toUpperCase() || null })} />
      </label>
      <label class="field">
        <span>Latitude, longitude</span>
        <input autocomplete="off" placeholder="13.17, 32.66" value={point} onInput={(event) => locate(textOf(event))} />
      </label>
      <label class="field review-wide">
        <span>How exact</span>
        <select value={String(place.precision ?? 1)} onChange={(event) => change({ precision: Number(textOf(event)) })}>
          {PRECISIONS.map((words, i) => <option key={words} value={i + 1}>{i + 1}: {words}</option>)}
        </select>
      </label>
    </div>
  );
}

function pointText(place: PlaceValue | null): string {
  if (place?.latitude == null || place.longitude == null) return "";
  return `${place.latitude}, ${place.longitude}`;
}

function TimeEditor({ value, onValue }: EditorProps<TimeValue>) {
  const [days, setDays] = useState(value ?? { from: "", to: "" });
  function change(part: Partial<TimeValue>) {
    const next = { ...days, ...part };
    if (part.from && !days.to) next.to = part.from;
    setDays(next);
    onValue(next.from && next.to ? next : undefined);
  }
  return (
    <div class="review-row">
      <label class="field">
        <span>First day</span>
        <input type="date" value={days.from} onInput={(event) => change({ from: textOf(event) })} />
      </label>
      <label class="field">
        <span>Last day</span>
        <input type="date" value={days.to} onInput={(event) => change({ to: textOf(event) })} />
      </label>
    </div>
  );
}

function ChoiceEditor({ field, value, onValue }: EditorProps<string> & { field: string }) {
  const [chosen, setChosen] = useState(value ?? "");
  return (
    <label class="field">
      <span>Value</span>
      <select value={chosen} onChange={(event) => {
        setChosen(textOf(event));
        onValue(textOf(event) || null);
      }}>
        {EMPTY_ALLOWED.has(field) && <option value="">Nothing</option>}
        {CHOICES[field]!.map((choice) => <option key={choice} value={choice}>{label(choice)}</option>)}
      </select>
    </label>
  );
}

function NameEditor({ value, onValue, known }: EditorProps<string> & { known: string[] }) {
  const [name, setName] = useState(value ?? "");
  return (
    <label class="field">
      <span>Name</span>
      <input list="review-actors" autocomplete="off" value={name} onInput={(event) => {
        setName(textOf(event));
        onValue(textOf(event).trim() || null);
      }} />
      <datalist id="review-actors">{known.map((actor) => <option key={actor} value={actor} />)}</datalist>
    </label>
  );
}

export function Editor({ field, value, onValue, places, actors }: {
  field: string; value: Value; onValue: (value: Value | undefined) => void; places: PlaceValue[]; actors: string[];
}) {
  if (field === "count") return <CountEditor value={value as CountValue | null} onValue={onValue} />;
  if (field === "place") return <PlaceEditor value={value as PlaceValue | null} onValue={onValue} known={places} />;
  if (field === "time") return <TimeEditor value={value as TimeValue | null} onValue={onValue} />;
  if (CHOICES[field]) return <ChoiceEditor field={field} value={value as string | null} onValue={onValue} />;
  return <NameEditor value={value as string | null} onValue={onValue} known={actors} />;
}

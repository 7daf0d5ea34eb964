// Property bags travel in protobuf structs, three objects a value. Between an SDK and a monitor in one process nothing
// travels: the struct keeps the plain object and becomes real only where a message is written out, for transforms.

import type { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { Sdk } from "./sdk";

type Properties = Parameters<typeof Struct.fromJavaScript>[0];

export function keepStructsPlain(sdk: Sdk): void {
  const { Struct } = sdk.structProto;
  const fromJavaScript = Struct.fromJavaScript.bind(Struct);

  class PlainStruct extends Struct {
    #properties: Properties;

    constructor(properties: Properties) {
      super();
      this.#properties = properties;
    }

    override toJavaScript(): Properties {
      return this.#properties;
    }

    override getFieldsMap(): ReturnType<Struct["getFieldsMap"]> {
      return fromJavaScript(this.#properties).getFieldsMap();
    }
  }

  Reflect.set(Struct, "fromJavaScript", (properties: Properties) => new PlainStruct(properties));
}

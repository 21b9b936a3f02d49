package org.asyncjava.it.random;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the declaration of an async method, with the type that it is declared in. */
final class Declarations {
    private final String owner;
    private final Choices choices;

    /**
     * Makes a writer.
     *
     * @param owner the program's class
     * @param choices its decisions
     */
    Declarations(String owner, Choices choices) {
        this.owner = owner;
        this.choices = choices;
    }

    /** A method with its parameters, which have names already, and its body. */
    Node of(Signature signature, List<Variable> parameters, List<Node> body) {
        Home home = signature.home();
        String head = signature.returned() + " " + signature.name() + "(" + list(signature, parameters) + ")";
        String access = access(home);
        List<Node> all = new ArrayList<>();
        if (!home.self(owner).isEmpty()) {
            all.add(Node.simple("final " + owner + " self = " + home.self(owner) + ";"));
        }
        all.addAll(body);
        return Node.of(home.opening(owner, signature.name()) + signature.annotation() + "\n" + access + head + " {", all,
                "}" + closing(signature, access + head, parameters) + "\n");
    }

    private String access(Home home) {
        return switch (home) {
            case STATIC -> choices.of("", "private ", "protected ", "public ") + "static ";
            case INSTANCE -> choices.of("", "private ", "protected ", "public ") + choices.of("", "final ");
            case INNER, RECORD -> choices.of("", "private ", "public ");
            case SUPERCLASS -> choices.of("", "protected ", "public ");
            case INTERFACE -> "default ";
            case ENUM -> "";
        };
    }

    private String list(Signature signature, List<Variable> parameters) {
        List<String> all = new ArrayList<>(List.of("Env env"));
        if (signature.home().takesSelf()) {
            all.add(owner + " self");
        }
        parameters.forEach(parameter -> all.add(parameter.type().text + " " + parameter.name()));
        return String.join(", ", all);
    }

    private String closing(Signature signature, String head, List<Variable> parameters) {
        String name = signature.name();
        return switch (signature.home()) {
            case STATIC, INSTANCE -> "";
            case INNER, INTERFACE, RECORD -> "\n}";
            case ENUM -> "\n};\nabstract " + head + ";\n}";
            case SUPERCLASS -> "\n}\nstatic class Sub" + name + " extends Base" + name + " {\n@Override @Async\n" + head + " {\n"
                    + "    env.log(\"sub\");\n    return Coroutine.<" + signature.result().boxed + ">of(await(super." + signature.call("", "self",
                    parameters.stream().map(Variable::name).collect(Collectors.toList())) + "));\n}\n}";
        };
    }
}

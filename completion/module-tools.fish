# Completes the command lines of module-tools in fish 3 or later.
#
#   for program in depmod modprobe insmod rmmod modinfo lsmod kmod modindex
#       ln -s $PWD/completion/module-tools.fish ~/.config/fish/completions/$program.fish
#   end
#
# Under these names it takes the place of fish's own. What options there are, and what their values are,
# each program tells itself, in its --help.

set -q _module_tools_proc; or set -g _module_tools_proc /proc
set -q _module_tools_root; or set -g _module_tools_root ''

# Prints what COMMAND... says of its options, as lines OPTION TAB LABEL TAB DESCRIPTION, of which the
# label is that of the value, or empty. Asks it once in a session.
function __module_tools_help
    set -l kept __module_tools_help_(string escape --style=var -- "$argv")
    if not set -q $kept
        set -lx PATH $PATH /usr/sbin /sbin
        set -g $kept ($argv --help 2>/dev/null </dev/null | awk '
            function flush(    names, count, i) {
              count = split(options, names, ", ")
              for (i = 1; i <= count; i++) print names[i] "\t" label "\t" text
              options = ""
            }
            match($0, /^ +-/) && RLENGTH <= 7 {
              flush()
              options = substr($0, RLENGTH)
              text = label = ""
              if (match(options, /  +/)) {
                text = substr(options, RSTART + RLENGTH)
                options = substr(options, 1, RSTART - 1)
              }
              if (match(options, /[= ][A-Z]+$/)) {
                label = substr(options, RSTART + 1)
                options = substr(options, 1, RSTART - 1)
              }
              next
            }
            match($0, /^ +/) && RLENGTH > 7 { text = text (text == "" ? "" : " ") substr($0, RLENGTH + 1); next }
            { flush() }
            END { flush() }')
    end
    printf '%s\n' $$kept
end

# Prints the label of the value of option $argv[1], by the help in the other arguments; fails if the
# option takes no value.
function __module_tools_label
    for line in $argv[2..]
        set -l parts (string split \t -- $line)
        if test "$parts[1]" = "$argv[1]"
            test -n "$parts[2]"; and echo $parts[2]
            return
        end
    end
    return 1
end

# Prints the files that begin like $argv[1] and end as modules do, and folders.
function __module_tools_files
    set -l start $argv[1]
    for file in $start*
        if test -d $file
            echo $file/
        else if string match -qr '\.ko(\.gz|\.xz|\.zst)?$' -- $file
            echo $file
        end
    end
end

function __module_tools_any_file
    set -l start $argv[1]
    for file in $start*
        test -d $file; and echo $file/; or echo $file
    end
end

function __module_tools_folders
    set -l start $argv[1]
    for folder in $start*/
        echo $folder
    end
end

function __module_tools_releases --argument-names root
    for folder in $root/lib/modules/*/
        string replace -r '.*/([^/]+)/$' '$1' -- $folder
    end
end

# Names of the modules of a release: as their files are spelled, or with _ if the user writes that.
function __module_tools_modules --argument-names root release word
    set -l names (sed 's/:.*//; s/.*\///; s/\..*//' $root/lib/modules/$release/modules.dep 2>/dev/null)
    if string match -q '*_*' -- $word
        string replace -a - _ -- $names
    else
        printf '%s\n' $names
    end
end

function __module_tools_loaded
    cut -d ' ' -f 1 $_module_tools_proc/modules 2>/dev/null
end

# Parameters of a module, each with = behind it.
function __module_tools_parameters --argument-names command root release module
    set -lx PATH $PATH /usr/sbin /sbin
    set -l modinfo (string replace -r '[^/]*$' modinfo -- $command)
    $modinfo -b $root/ -k $release -F parm $module 2>/dev/null | string replace -r ':(.*)' '=\t$1'
end

# Prints what a value with label $argv[1] may be.
function __module_tools_value --argument-names label option root word
    switch $label
        case DIR
            contains -- $option -t --type; or __module_tools_folders $word
        case FILE PATH INDEX
            __module_tools_any_file $word
        case VERSION
            __module_tools_releases $root
        case ORDER
            printf '%s\n' name size used
        case FORMAT
            printf '%s\n' human tmpfiles devname
        case FIELD
            printf '%s\n' alias author build-id depends description filename firmware import_ns intree \
                license name parm retpoline sig_hashalgo sig_id sig_key signature signer softdep \
                srcversion staging vermagic version weakdep
    end
end

# Prints what may stand where the cursor is.
function __module_tools_complete
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l command $words[1]
    set -l program (string replace -r '.*/' '' -- $command)
    set -l help (__module_tools_help $command)
    set -l root $_module_tools_root
    set -l release (uname -r)
    set -l option ''
    set -l removes ''
    set -l lists ''
    set -l all ''
    set -l only_operands ''
    set -l operands

    for current in $words[2..]
        set -l value ''
        set -l taken ''
        if test -n "$option"
            set value $current
            set taken $option
            set option ''
        else if test -n "$only_operands"; or not string match -q -- '-?*' $current
            set -a operands $current
            if test $program = kmod -a (count $operands) -eq 1; and contains -- $current list static-nodes
                set help (__module_tools_help $command $current)
            end
        else if test $current = --
            set only_operands yes
        else if string match -q -- '--*=*' $current
            set taken (string replace -r '=.*' '' -- $current)
            set value (string replace -r '^[^=]*=' '' -- $current)
        else if __module_tools_label $current $help >/dev/null
            set option $current
        else
            set -l short (string sub -l 2 -- $current)
            if __module_tools_label $short $help >/dev/null
                set taken $short
                set value (string sub -s 3 -- $current)
            end
            string match -qr -- '^(-[^-]*r|--remove)' $current; and set removes yes
            string match -qr -- '^(-[^-]*a|--all|--explain)' $current; and set all yes
            test $current = --load-lists; and set lists yes
        end
        switch "$taken"
            case -d --dirname -b --basedir --root
                set root (string replace -r '^~' $HOME -- $value)
            case -S -k --set-version
                set release $value
        end
    end

    if test -n "$option"
        __module_tools_value (__module_tools_label $option $help) $option "$root" "$word"
    else if string match -q -- '--*=*' $word
        set -l name (string replace -r '=.*' '' -- $word)
        set -l label (__module_tools_label $name $help); or return
        set -l value (string replace -r '^[^=]*=' '' -- $word)
        printf '%s\n' $name=(__module_tools_value $label $name "$root" "$value")
    else if string match -q -- '-*' $word
        string replace -r '^([^\t]*)\t[^\t]*\t' '$1\t' -- $help
    else
        set -l count (count $operands)
        switch $program
            case modprobe
                if test -n "$removes"
                    __module_tools_loaded
                else if test -n "$lists"
                    __module_tools_any_file $word
                else if test $count -gt 0 -a -z "$all"
                    __module_tools_parameters $command "$root" $release $operands[1]
                else if string match -qr '^\.?/' -- $word
                    __module_tools_files $word
                else
                    __module_tools_modules "$root" $release "$word"
                end
            case rmmod
                __module_tools_loaded
            case insmod
                if test $count -gt 0
                    __module_tools_parameters $command "$root" $release $operands[1]
                else
                    __module_tools_files $word
                end
            case modinfo
                __module_tools_modules "$root" $release "$word"
                __module_tools_files $word
            case depmod
                if test $count -gt 0
                    __module_tools_files $word
                else
                    __module_tools_releases "$root"
                end
            case kmod
                test $count -gt 0; or printf '%s\n' help list static-nodes
            case modindex
                __module_tools_any_file $word
        end
    end
end

for program in depmod modprobe insmod rmmod modinfo lsmod kmod modindex
    complete -c $program -e
    complete -c $program -f -a '(__module_tools_complete)'
end
